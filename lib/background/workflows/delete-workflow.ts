import type { WorkerDeps } from '@/lib/background/deps';
import type { WorkflowId } from '@/lib/domain/ids';
import { appendJournal } from '@/lib/store/journal';
import { deleteScansOf } from '@/lib/store/workflow-scans';
import { getWorkflowHead, putHead } from '@/lib/store/workflows';
import { writeAtOnce } from '@/lib/store/write-at-once';

/**
 * Nobody enters it and nothing of it runs from here on. Its record stays for those who were in it;
 * who still is leaves as soon as somebody works on workflows.
 */
export async function deleteWorkflow(
  deps: Pick<WorkerDeps, 'connection' | 'clock' | 'changed'>,
  id: WorkflowId,
): Promise<void> {
  const now = deps.clock.now();
  const stores = ['workflows', 'workflowScans', 'journal'] as const;
  await writeAtOnce(await deps.connection.get(), stores, async (tx) => {
    const head = await getWorkflowHead(tx, id);
    if (head === undefined || head.state === 'deleted') return;
    await putHead(tx, { ...head, state: 'deleted', updatedAt: now });
    await deleteScansOf(tx, id);
    await appendJournal(tx, {
      at: now,
      code: 'workflowDeleted',
      actor: 'person',
      workflowId: id,
      params: { workflow: head.name },
    });
  });
  deps.changed();
}
