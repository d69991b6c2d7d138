import type { ReadTx } from '@/lib/store/transaction';
import { oldestEventRows } from '@/lib/store/workflow-events';
import { heldRunRows, insideRunRows, nextRunDue } from '@/lib/store/workflow-runs';
import { nextScanDue } from '@/lib/store/workflow-scans';
import type { WorkflowHead, WorkflowRunRow } from '@/lib/store/workflow-schema';
import { listAllWorkflows } from '@/lib/store/workflows';
import type { Instant } from '@/lib/time/instant';

/** What is looked at to see whether there is anything to do. */
export const WORK_STORES = [
  'workflows',
  'workflowEvents',
  'workflowRuns',
  'workflowScans',
] as const;

type WorkTx = ReadTx<(typeof WORK_STORES)[number]>;

/** When workflows have something to do; at once while events wait, `undefined` when nothing does. */
export async function nextWorkflowDue(tx: WorkTx): Promise<Instant | undefined> {
  const [events, run, scan] = await Promise.all([
    oldestEventRows(tx, 1),
    nextRunDue(tx),
    nextScanDue(tx),
  ]);
  const due = [run, scan].filter((at) => at !== undefined);
  // Whatever the clock said when they happened.
  if (events.length > 0) return 0;
  return due.length === 0 ? undefined : Math.min(...due);
}

/** Is there anything to do now? A cheap look that keeps nobody waiting. */
export async function isWorkDue(tx: WorkTx, now: Instant): Promise<boolean> {
  const due = await nextWorkflowDue(tx);
  if (due !== undefined && due <= now) return true;
  for (const head of await listAllWorkflows(tx)) {
    if (head.inside === 0) continue;
    if (head.state === 'deleted' || (await freedRuns(tx, head, 1)).length > 0) return true;
  }
  return false;
}

/**
 * Some runs that wait for nobody any more, as stored: all of a deleted workflow, and those that were
 * held until a person said so or the workflow was off.
 */
export async function freedRuns(
  tx: ReadTx<'workflowRuns'>,
  { id, state }: WorkflowHead,
  limit: number,
): Promise<readonly WorkflowRunRow[]> {
  switch (state) {
    case 'deleted':
      return insideRunRows(tx, id, limit);
    case 'held':
      return [];
    case 'off':
    case 'on':
    case 'starting':
      return heldRunRows(tx, id, limit);
  }
}
