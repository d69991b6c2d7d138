import type { ContactId, EnrollmentId, TaskId } from '@/lib/domain/ids';
import { type Task, taskSchema } from '@/lib/domain/task/task';
import type { Instant } from '@/lib/time/instant';
import { parseRow } from './parse-row';
import type { ReadTx, WriteTx } from './transaction';

/** A task; found among the open ones until it is done. */
export async function putTask(tx: WriteTx<'tasks'>, task: Task): Promise<void> {
  const isOpen = task.doneAt === undefined;
  await tx.objectStore('tasks').put({
    ...task,
    ...(isOpen && { openDue: task.dueAt }),
    ...(isOpen && task.remindAt !== undefined && { openRemind: task.remindAt }),
    ...(isOpen && task.ofStep && { openEnrollment: task.ofStep.enrollmentId }),
  });
}

export async function getTask(tx: ReadTx<'tasks'>, id: TaskId): Promise<Task | undefined> {
  const row = await tx.objectStore('tasks').get(id);
  return row === undefined ? undefined : parseRow(taskSchema, row);
}

/** What is to be done, the most urgent first. */
export async function openTasks(tx: ReadTx<'tasks'>, limit: number): Promise<readonly Task[]> {
  const rows = await tx.objectStore('tasks').index('open').getAll(null, limit);
  return rows.map((row) => parseRow(taskSchema, row));
}

/** Tasks about a contact, done or not. */
export async function tasksOfContact(
  tx: ReadTx<'tasks'>,
  id: ContactId,
  limit: number,
): Promise<readonly Task[]> {
  const rows = await tx.objectStore('tasks').index('contact').getAll(id, limit);
  return rows.map((row) => parseRow(taskSchema, row));
}

/** What is to be done before, or for, an enrollment. */
export async function openTasksOf(
  tx: ReadTx<'tasks'>,
  enrollmentId: EnrollmentId,
): Promise<readonly Task[]> {
  const rows = await tx.objectStore('tasks').index('enrollment').getAll(enrollmentId);
  return rows.map((row) => parseRow(taskSchema, row));
}

/** Open tasks whose reminder is due, the first ones first; the rest at the next look. */
export async function dueReminders(tx: ReadTx<'tasks'>, now: Instant): Promise<readonly Task[]> {
  const range = IDBKeyRange.upperBound(now);
  const rows = await tx.objectStore('tasks').index('remind').getAll(range, 100);
  return rows.map((row) => parseRow(taskSchema, row));
}
