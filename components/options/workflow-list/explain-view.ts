import type { WorkflowEntered, WorkflowExplanation } from '@/lib/rpc/workflow-views';
import type { ActionLabels } from './dry-run-view';

/** Why a contact would enter a workflow or not. */
export type ExplainView =
  | { readonly kind: 'none' }
  | { readonly kind: 'asking' | 'failed' | 'gone' }
  | {
      readonly kind: 'known';
      readonly explanation: WorkflowExplanation;
      readonly labels: ActionLabels;
      /** The workflow was changed since. */
      readonly isOld: boolean;
    };

/** Why the contact cannot be enrolled by hand. */
export type EnterRefusal = Extract<WorkflowEntered, { kind: 'refused' }>['reason'];
