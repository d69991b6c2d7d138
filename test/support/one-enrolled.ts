import { expect } from 'vitest';
import { enroll } from '@/lib/background/enrolling/enroll';
import type { Enrollment } from '@/lib/domain/enrollment/enrollment';
import type { OutboxRow } from '@/lib/domain/enrollment/outbox-row';
import type { EnrollmentId } from '@/lib/domain/ids';
import type { LimitBucket } from '@/lib/domain/limits/bucket';
import { SECOND } from '@/lib/time/instant';
import { senderId, sequenceId } from './builders';
import { createWorkerWorld, somePeople, type WorkerWorld, type WorldContent } from './worker-world';

/** A world with one person who was enrolled a moment ago. */
export interface OneEnrolled {
  readonly world: WorkerWorld;
  readonly id: EnrollmentId;
  /** The same person once more, as far as the rules let. */
  readonly enrollAgain: () => ReturnType<typeof enroll>;
  /** The first email has left, the second is due in three days. */
  readonly firstSent: () => Promise<void>;
  readonly stored: () => Promise<{
    readonly enrollment: Enrollment | undefined;
    readonly row: OutboxRow | undefined;
    readonly limits: readonly LimitBucket[];
    readonly journal: readonly string[];
  }>;
}

export async function oneEnrolled(content: WorldContent = {}): Promise<OneEnrolled> {
  const world = await createWorkerWorld(content);
  const [person] = somePeople(1);
  const enrollAgain = async () => {
    if (person === undefined) throw new Error('one person');
    return enroll(world.life(), {
      person,
      sequenceId: sequenceId('sequence-1'),
      senderId: senderId('sender-1'),
      placeholders: {},
      accepted: ['recentlyEnrolled'],
    });
  };
  const outcome = await enrollAgain();
  if (outcome.kind !== 'enrolled') throw new Error(JSON.stringify(outcome.checks));
  const id = outcome.status.enrollmentId;
  return {
    world,
    id,
    enrollAgain,
    async firstSent() {
      world.now += 10 * SECOND;
      await world.life().engine.runDue(new AbortController().signal);
      expect(world.provider.sent).toHaveLength(1);
    },
    async stored() {
      const database = await world.database();
      const rows = await database.getAll('outbox');
      return {
        enrollment: await database.get('enrollments', id),
        row: rows.find(({ state }) => state === 'due'),
        limits: await database.getAll('limits'),
        journal: (await database.getAll('journal')).map(({ code }) => code),
      };
    },
  };
}
