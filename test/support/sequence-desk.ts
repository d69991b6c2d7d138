import { enroll } from '@/lib/background/enrolling/enroll';
import { saveSequence } from '@/lib/background/sequences/save-sequence';
import type { SequenceId } from '@/lib/domain/ids';
import { DEFAULT_SEQUENCE_SETTINGS } from '@/lib/domain/sequence/settings';
import type { Parsed } from '@/lib/rpc/protocol';
import { currentSequence } from '@/lib/store/sequences';
import { senderId } from './builders';
import { somePeople, type WorkerWorld } from './worker-world';

type Draft = Parsed<'sequence.save'>;

/** A sequence as the options page sends it. */
export const aDraft = (overrides: Partial<Draft> = {}): Draft => ({
  name: 'Follow-up',
  steps: [
    {
      kind: 'automatedEmail',
      delay: { days: 4, minutes: 0 },
      subject: 'Hello {{contact.first_name|there}}',
      body: '{{placeholder:Why now}}',
    },
  ],
  settings: DEFAULT_SEQUENCE_SETTINGS,
  access: { kind: 'everyone' },
  ...overrides,
});

/** What a rep does with sequences in a world: saves them, and enrolls people into them. */
export function sequenceDesk(world: () => WorkerWorld) {
  return {
    async saved(change: Draft) {
      const outcome = await saveSequence(world().life(), change);
      if (outcome.kind !== 'saved') throw new Error(outcome.kind);
      return outcome;
    },
    async current(id: SequenceId) {
      const database = await world().database();
      const tx = database.transaction(['sequences', 'sequenceVersions']);
      const found = await currentSequence(tx, id);
      if (found === undefined) throw new Error('no such sequence');
      return found;
    },
    async enrollInto(id: SequenceId, index = 0) {
      const person = somePeople(index + 1)[index];
      if (person === undefined) throw new Error('nobody');
      return enroll(world().life(), {
        person,
        sequenceId: id,
        senderId: senderId('sender-1'),
        placeholders: { 'Why now': 'Because.' },
        accepted: ['quietTime', 'sameCompany'],
      });
    },
  };
}
