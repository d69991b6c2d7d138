import type { WorkerDeps } from '@/lib/background/deps';
import type { Parsed } from '@/lib/rpc/protocol';
import { appendJournal } from '@/lib/store/journal';
import { getWorkflowHead, putHead } from '@/lib/store/workflows';
import { writeAtOnce } from '@/lib/store/write-at-once';

/**
 * A workflow that holds goes on, on a person's word: it may enroll as many again as in any 24 hours.
 * The contacts that wait are freed by whoever works on workflows next.
 */
export async function releaseWorkflow(
  deps: Pick<WorkerDeps, 'connection' | 'clock' | 'changed'>,
  { id, reason }: Parsed<'workflow.release'>,
): Promise<void> {
  const now = deps.clock.now();
  await writeAtOnce(await deps.connection.get(), ['workflows', 'journal'], async (tx) => {
    const head = await getWorkflowHead(tx, id);
    if (head?.state !== 'held') return;
    await putHead(tx, { ...head, state: 'on', recent: [], updatedAt: now });
    await appendJournal(tx, {
      at: now,
      code: 'workflowReleased',
      actor: 'person',
      workflowId: id,
      params: { workflow: head.name, reason },
    });
  });
  deps.changed();
}
