import type { TaskId } from '@/lib/domain/ids';
import { appendJournal } from '@/lib/store/journal';
import { getTask, putTask } from '@/lib/store/tasks';
import { addWorkflowEvent } from '@/lib/store/workflow-events';
import { writeAtOnce } from '@/lib/store/write-at-once';
import type { WorkerDeps } from './deps';

const STORES = ['tasks', 'workflowEvents', 'journal'] as const;

type TaskDeps = Pick<WorkerDeps, 'connection' | 'clock' | 'changed'>;

/** A task is done, and workflows hear of it. Done twice, it was done the first time. */
export async function completeTask(deps: TaskDeps, id: TaskId): Promise<void> {
  const now = deps.clock.now();
  await writeAtOnce(await deps.connection.get(), STORES, async (tx) => {
    const task = await getTask(tx, id);
    if (task === undefined || task.doneAt !== undefined) return;
    const { contactId, title } = task;
    await putTask(tx, { ...task, doneAt: now });
    const event = { type: 'taskCompleted', taskId: id, title } as const;
    await addWorkflowEvent(tx, { contactId, at: now, event });
    await appendJournal(tx, {
      at: now,
      code: 'taskCompleted',
      actor: 'person',
      contactId,
      params: { title },
    });
  });
  deps.changed();
}

/** It is to be done after all. What it has led to stays. */
export async function reopenTask(deps: TaskDeps, id: TaskId): Promise<void> {
  await writeAtOnce(await deps.connection.get(), ['tasks'], async (tx) => {
    const task = await getTask(tx, id);
    if (task?.doneAt === undefined) return;
    const { doneAt: _not, ...open } = task;
    await putTask(tx, open);
  });
  deps.changed();
}
