import type { WorkerDeps } from '@/lib/background/deps';
import { completeWithin } from '@/lib/background/tasks/complete-task';
import { type Enrollment, isLive } from '@/lib/domain/enrollment/enrollment';
import { headerAddresses } from '@/lib/domain/message/header-addresses';
import { explainsMessage } from '@/lib/domain/task/explains-message';
import { CHANGE_STORES, type ChangeTx } from '@/lib/engines/local/change-enrollment';
import { restWithin } from '@/lib/engines/local/rest-enrollment';
import { tasksOfContact } from '@/lib/store/tasks';
import { writeAtOnce } from '@/lib/store/write-at-once';
import { HOUR, type Instant } from '@/lib/time/instant';
import { type About, noteOnce } from './note-mail';

/** Somebody ticks a task and then presses Send, or the other way round. */
const AROUND_TASK = HOUR;

/**
 * The rep wrote to the contact by hand: the sequence rests and asks whether it should go on. An
 * email that a task of the sequence asked for is no reason to ask: it completes that task.
 */
export async function noteOwnMessage(
  { connection, clock, changed }: Pick<WorkerDeps, 'connection' | 'clock' | 'changed'>,
  about: About,
  enrollment: Enrollment,
): Promise<void> {
  if (!isLive(enrollment)) return;
  const now = clock.now();
  await writeAtOnce(await connection.get(), CHANGE_STORES, async (tx) => {
    if (await isOfTask(tx, about, enrollment, now)) return;
    if (!(await noteOnce(tx, about, enrollment, { at: now, code: 'ownMessageSeen' }))) return;
    await restWithin(tx, { id: enrollment.id, now }, { why: 'ownMessage' });
  });
  changed();
}

async function isOfTask(
  tx: ChangeTx,
  { head }: About,
  enrollment: Enrollment,
  now: Instant,
): Promise<boolean> {
  const { id, contactId } = enrollment;
  const tasks = await tasksOfContact(tx, contactId, 100);
  const to = ['to', 'cc'].flatMap((name) => headerAddresses(head.headers.get(name) ?? ''));
  const asked = tasks.find((task) => explainsMessage(task, enrollment, { to, at: head.at }));
  if (asked !== undefined) {
    await completeWithin(tx, asked.id, now);
    return true;
  }
  return tasks.some(
    ({ kind, ofStep, createdAt, doneAt = Number.POSITIVE_INFINITY }) =>
      kind === 'email' &&
      ofStep?.enrollmentId === id &&
      head.at >= createdAt &&
      head.at <= doneAt + AROUND_TASK,
  );
}
