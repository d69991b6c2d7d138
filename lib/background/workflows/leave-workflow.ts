import type { WorkerDeps } from '@/lib/background/deps';
import type { WorkflowRunId } from '@/lib/domain/ids';
import { isInWorkflow } from '@/lib/domain/workflow/run';
import { leaveRun } from '@/lib/domain/workflow/step-run';
import { getRun } from '@/lib/store/workflow-runs';
import { writeAtOnce } from '@/lib/store/write-at-once';
import { keepRun } from './keep-run';
import { openHeads } from './workflow-heads';

const STORES = ['workflows', 'workflowRuns', 'journal'] as const;

/** A person takes a contact out of a workflow. What it has done for the contact stays done. */
export async function leaveWorkflow(
  deps: Pick<WorkerDeps, 'connection' | 'clock' | 'changed'>,
  runId: WorkflowRunId,
): Promise<void> {
  const now = deps.clock.now();
  await writeAtOnce(await deps.connection.get(), STORES, async (tx) => {
    const run = await getRun(tx, runId);
    if (run === undefined || !isInWorkflow(run)) return;
    const heads = await openHeads(tx);
    await keepRun({ tx, heads, now }, leaveRun(run, 'manual', now), 'person');
    await heads.write();
  });
  deps.changed();
}
