import { isInWorkflow, type WorkflowRun } from '@/lib/domain/workflow/run';
import { appendJournal } from '@/lib/store/journal';
import type { WriteTx } from '@/lib/store/transaction';
import { putRun } from '@/lib/store/workflow-runs';
import type { Instant } from '@/lib/time/instant';
import type { WorkflowHeads } from './workflow-heads';

/**
 * Writes a run as it is now. When the contact is out of the workflow with it, that is counted and in
 * the journal.
 */
export async function keepRun(
  pass: {
    readonly tx: WriteTx<'workflowRuns' | 'journal'>;
    readonly heads: WorkflowHeads;
    readonly now: Instant;
  },
  run: WorkflowRun,
  actor: 'workflow' | 'person' = 'workflow',
): Promise<void> {
  const { tx, heads, now } = pass;
  await putRun(tx, run);
  const left = entryOf(run);
  if (isInWorkflow(run) || left === undefined) return;
  const { workflowId, contactId } = run;
  heads.change(workflowId, (head) => ({ ...head, inside: Math.max(0, head.inside - 1) }));
  const workflow = heads.get(workflowId)?.name ?? '';
  await appendJournal(tx, {
    at: now,
    code: left.code,
    actor,
    contactId,
    workflowId,
    params: { workflow, ...left.params },
  });
}

function entryOf({ state }: WorkflowRun) {
  switch (state.kind) {
    case 'active':
    case 'held':
      return undefined;
    case 'finished':
      return { code: 'workflowFinished', params: {} } as const;
    case 'unenrolled':
      return { code: 'workflowLeft', params: { reason: state.reason } } as const;
    case 'failed':
      return { code: 'workflowFailed', params: { code: state.code } } as const;
  }
}
