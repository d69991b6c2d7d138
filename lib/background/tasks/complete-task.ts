import type { WorkerDeps } from '@/lib/background/deps';
import { advance } from '@/lib/domain/enrollment/advance';
import type { Enrollment } from '@/lib/domain/enrollment/enrollment';
import type { TaskId } from '@/lib/domain/ids';
import type { JournalCode } from '@/lib/domain/journal-entry';
import { EMPTY_CALENDAR } from '@/lib/domain/schedule/calendar';
import { withAbsence } from '@/lib/domain/schedule/with-absence';
import type { Sequence } from '@/lib/domain/sequence/sequence';
import type { Task } from '@/lib/domain/task/task';
import { CHANGE_STORES, type ChangeTx } from '@/lib/engines/local/change-enrollment';
import { writeAdvance } from '@/lib/engines/local/write-advance';
import { calendarOf } from '@/lib/store/calendars';
import { getContact } from '@/lib/store/contacts';
import { getEnrollment } from '@/lib/store/enrollments';
import { appendJournal } from '@/lib/store/journal';
import { unreserveFor } from '@/lib/store/limits';
import { deleteOutboxRow, openRowOf } from '@/lib/store/outbox';
import { getSender } from '@/lib/store/senders';
import { getSequence } from '@/lib/store/sequences';
import { getTask, putTask } from '@/lib/store/tasks';
import { addWorkflowEvent } from '@/lib/store/workflow-events';
import { writeAtOnce } from '@/lib/store/write-at-once';
import type { Instant } from '@/lib/time/instant';

type TaskDeps = Pick<WorkerDeps, 'connection' | 'clock' | 'changed' | 'wake'>;

/** A task is done: workflows hear of it, and the sequence that waited for it goes on. */
export async function completeTask(deps: TaskDeps, id: TaskId): Promise<void> {
  const now = deps.clock.now();
  const database = await deps.connection.get();
  const nextAt = await writeAtOnce(database, CHANGE_STORES, (tx) => completeWithin(tx, id, now));
  deps.changed();
  if (nextAt !== undefined) await deps.wake.at(nextAt);
}

/**
 * The same within a transaction that somebody else began. Done twice, it was done the first time.
 *
 * @returns when the step that follows is due, if there is one now
 */
export async function completeWithin(
  tx: ChangeTx,
  id: TaskId,
  now: Instant,
): Promise<Instant | undefined> {
  const task = await getTask(tx, id);
  if (task === undefined || task.doneAt !== undefined) return undefined;
  const { contactId, title } = task;
  const { remindAt: _over, ...done } = task;
  await putTask(tx, { ...done, doneAt: now });
  const event = { type: 'taskCompleted', taskId: id, title } as const;
  await addWorkflowEvent(tx, { contactId, at: now, event });
  await note(tx, task, { at: now, code: 'taskCompleted' });
  const held = await enrollmentOf(tx, task);
  if (held === undefined) return undefined;
  const { enrollment, sequence } = held;
  const [contact, sender] = await Promise.all([
    getContact(tx, contactId),
    getSender(tx, enrollment.senderId),
  ]);
  const calendar = withAbsence(await calendarOf(tx, contact, enrollment.zone), sender);
  const completed = { kind: 'taskCompleted', taskId: id } as const;
  const next = advance(enrollment, sequence, completed, now, calendar);
  if (next.enrollment === enrollment) return undefined;
  await writeAdvance(tx, next);
  if (next.ended) await note(tx, task, { at: now, code: 'finished' });
  return next.row?.wakeAt;
}

/**
 * It is to be done after all. What follows waits for it again, unless that has run already or is on
 * its way; what else it has led to stays.
 */
export async function reopenTask(deps: TaskDeps, id: TaskId): Promise<void> {
  const now = deps.clock.now();
  await writeAtOnce(await deps.connection.get(), CHANGE_STORES, async (tx) => {
    const task = await getTask(tx, id);
    if (task?.doneAt === undefined || task.canceled !== undefined) return;
    const { doneAt: _not, ...open } = task;
    await putTask(tx, open);
    await note(tx, task, { at: now, code: 'taskReopened' });
    await holdAgain(tx, task, now);
  });
  deps.changed();
}

async function holdAgain(tx: ChangeTx, task: Task, now: Instant): Promise<void> {
  const { ofStep } = task;
  if (!ofStep?.hold) return;
  const held = await enrollmentOf(tx, task);
  const row = await openRowOf(tx, ofStep.enrollmentId);
  if (row?.state !== 'due' || row.stepIndex !== ofStep.stepIndex + 1 || held === undefined) return;
  const { enrollment, sequence } = held;
  await deleteOutboxRow(tx, row.key);
  await unreserveFor(tx, row);
  const event = { kind: 'taskReopened', taskId: task.id } as const;
  await writeAdvance(tx, advance(enrollment, sequence, event, now, EMPTY_CALENDAR));
}

async function enrollmentOf(
  tx: ChangeTx,
  { ofStep }: Task,
): Promise<{ readonly enrollment: Enrollment; readonly sequence: Sequence } | undefined> {
  const enrollment = ofStep && (await getEnrollment(tx, ofStep.enrollmentId));
  const sequence =
    enrollment && (await getSequence(tx, enrollment.sequenceId, enrollment.sequenceVersion));
  return enrollment && sequence && { enrollment, sequence };
}

async function note(
  tx: ChangeTx,
  { contactId, title, ofStep }: Task,
  entry: { readonly at: Instant; readonly code: JournalCode },
): Promise<void> {
  await appendJournal(tx, {
    ...entry,
    actor: 'person',
    contactId,
    ...(ofStep && { enrollmentId: ofStep.enrollmentId }),
    params: { title },
  });
}
