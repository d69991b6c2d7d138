import type { ContactId, WorkflowId, WorkflowRunId } from '@/lib/domain/ids';
import type { ActionOutcome, RunCause, WorkflowRun } from '@/lib/domain/workflow/run';
import type { Instant } from '@/lib/time/instant';

/** One contact in one workflow: how it came in, what was done, what comes next. */
export interface RunLine {
  readonly id: WorkflowRunId;
  readonly workflowId: WorkflowId;
  readonly workflowName: string;
  readonly contactId: ContactId;
  readonly contactName: string;
  readonly cause: RunCause;
  readonly state: WorkflowRun['state'];
  readonly createdAt: Instant;
  /** What is done next, while there is something. */
  readonly next?: { readonly label: string; readonly at?: Instant };
  readonly log: readonly {
    readonly at: Instant;
    readonly label: string;
    readonly outcome: ActionOutcome;
  }[];
}

/** Is the contact still in it, so that it can be taken out? */
export function isInside({ state }: Pick<RunLine, 'state'>): boolean {
  return state.kind === 'active' || state.kind === 'held';
}
