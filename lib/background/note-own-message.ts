import { type Enrollment, isLive } from '@/lib/domain/enrollment/enrollment';
import { CHANGE_STORES } from '@/lib/engines/local/change-enrollment';
import { restWithin } from '@/lib/engines/local/rest-enrollment';
import { tasksOfContact } from '@/lib/store/tasks';
import type { ReadTx } from '@/lib/store/transaction';
import { writeAtOnce } from '@/lib/store/write-at-once';
import { HOUR } from '@/lib/time/instant';
import type { WorkerDeps } from './deps';
import { type About, noteOnce } from './note-mail';

const STORES = [...CHANGE_STORES, 'tasks'] as const;
/** Somebody ticks a task and then presses Send, or the other way round. */
const AROUND_TASK = HOUR;

/**
 * The rep wrote to the contact by hand: the sequence rests and asks whether it should go on. An
 * email that a task of the sequence asked for is no reason to ask.
 */
export async function noteOwnMessage(
  { connection, clock, changed }: Pick<WorkerDeps, 'connection' | 'clock' | 'changed'>,
  about: About,
  enrollment: Enrollment,
): Promise<void> {
  if (!isLive(enrollment)) return;
  const now = clock.now();
  await writeAtOnce(await connection.get(), STORES, async (tx) => {
    if (await isOfTask(tx, about, enrollment)) return;
    if (!(await noteOnce(tx, about, enrollment, { at: now, code: 'ownMessageSeen' }))) return;
    await restWithin(tx, { id: enrollment.id, now }, { why: 'ownMessage' });
  });
  changed();
}

async function isOfTask(
  tx: ReadTx<'tasks'>,
  { head }: About,
  { id, contactId }: Enrollment,
): Promise<boolean> {
  const tasks = await tasksOfContact(tx, contactId, 100);
  return tasks.some(
    ({ kind, ofStep, createdAt, doneAt = Number.POSITIVE_INFINITY }) =>
      kind === 'email' &&
      ofStep?.enrollmentId === id &&
      head.at >= createdAt &&
      head.at <= doneAt + AROUND_TASK,
  );
}
