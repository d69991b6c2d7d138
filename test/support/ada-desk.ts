import { enroll } from '@/lib/background/enrolling/enroll';
import { previewEnrollment } from '@/lib/background/enrolling/preview-enrollment';
import type { Person } from '@/lib/domain/contact/person';
import type { Choices } from '@/lib/rpc/protocol';
import { senderId, sequenceId } from './builders';
import type { WorkerWorld } from './worker-world';

/** Ada as a page shows her. */
export const ada = (overrides: Partial<Person> = {}): Person => ({
  name: 'Ada Lovelace',
  emails: ['ada@engines.example.com'],
  zone: 'Europe/Warsaw',
  properties: {},
  ...overrides,
});

/** What a rep does about Ada in a world, with the choices that they make. */
export function adaDesk(world: () => WorkerWorld) {
  const preview = (choices: Partial<Choices> = {}) =>
    previewEnrollment(world().life(), { person: ada(), placeholders: {}, ...choices });
  return {
    preview,
    enrolling: (choices: Partial<Choices> = {}) =>
      enroll(world().life(), {
        person: ada(),
        sequenceId: sequenceId('sequence-1'),
        senderId: senderId('sender-1'),
        placeholders: {},
        accepted: ['quietTime', 'recentlyEnrolled', 'sameCompany', 'zoneKnown'],
        ...choices,
      }),
    /** What the preview says of one check. */
    async found(code: string, choices: Partial<Choices> = {}) {
      const { checks } = await preview(choices);
      const check = checks.find((one) => one.code === code);
      return check && { result: check.result, reason: check.reason, ...check.params };
    },
  };
}
