import type { WorkflowId } from '@/lib/domain/ids';

/** One workflow of the list. */
export interface WorkflowLine {
  readonly id: WorkflowId;
  readonly name: string;
  readonly revision: number;
  readonly state: 'off' | 'starting' | 'on' | 'held';
  /** Why an action of it cannot do its work any more. */
  readonly problem?: 'sequenceDeleted' | 'sequenceArchived' | 'senderLost';
  readonly inside: number;
  readonly entered: number;
  readonly enrolled: number;
  readonly skipped: number;
  /** How many it enrolled in the last 24 hours. */
  readonly recent: number;
}

/** What of the list is looked for. */
export interface WorkflowFilter {
  readonly text: string;
}

export type WorkflowAction = 'switchOff' | 'duplicate' | 'export' | 'delete';
