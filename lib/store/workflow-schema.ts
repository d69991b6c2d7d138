import type { ContactId, SequenceId, WorkflowId, WorkflowRunId } from '@/lib/domain/ids';
import type { WorkflowEvent } from '@/lib/domain/workflow/event';
import type { Membership } from '@/lib/domain/workflow/membership';
import type { WorkflowRun } from '@/lib/domain/workflow/run';
import type { Workflow } from '@/lib/domain/workflow/workflow';
import type { Instant } from '@/lib/time/instant';

/** What a list of workflows needs, and what changes without a new revision. */
export interface WorkflowHead {
  readonly id: WorkflowId;
  readonly name: string;
  readonly revision: number;
  /**
   * `starting`: switched on, and a scan still looks at who matches already. `held`: it has enrolled as
   * many in 24 hours as it may without a person; everything else of it goes on.
   */
  readonly state: 'off' | 'starting' | 'on' | 'held' | 'deleted';
  /** Why an action of it cannot do its work any more; it says so where the rep looks. */
  readonly problem?: 'sequenceDeleted' | 'sequenceArchived' | 'senderLost';
  /** Every sequence that an action of it names, and the one it was made for. */
  readonly sequenceIds: readonly SequenceId[];
  /** When it enrolled somebody in a sequence, newest last, at most as many as it may in 24 hours. */
  readonly recent: readonly Instant[];
  /** Counters, because counting an index is linear. */
  readonly inside: number;
  readonly entered: number;
  readonly enrolled: number;
  readonly skipped: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

/** A run with the keys it is found by. */
export interface WorkflowRunRow extends WorkflowRun {
  /** `workflow/contact` while the contact is in it: unique, so nobody is in one twice. */
  readonly inside?: string;
  /** The workflow, while the run is held: whoever releases it finds its runs. */
  readonly held?: WorkflowId;
}

/** Something that happened and that no workflow has looked at yet. Removed in the transaction that does. */
export interface WorkflowEventRow {
  /** Given by the database: the order in which things happened. */
  readonly seq?: number;
  readonly contactId: ContactId;
  readonly at: Instant;
  readonly event: WorkflowEvent;
  /** Workflows whose actions led to it, nearest first. */
  readonly chain: readonly WorkflowId[];
}

/** A pass over all contacts for one workflow; goes on after `after` wherever it stopped. */
export interface WorkflowScan {
  readonly id: string;
  readonly workflowId: WorkflowId;
  /**
   * - `baseline`: notes who matches at switch-on, enrolls nobody.
   * - `existing`: enrolls who matches at switch-on.
   * - `schedule`: the trigger's own time has come.
   * - `sweep`: criteria that depend on the time are looked at again.
   */
  readonly kind: 'baseline' | 'existing' | 'schedule' | 'sweep';
  readonly dueAt: Instant;
  readonly after?: ContactId;
  /** Of those at switch-on: the last event before it, if any waited. What came after it counts. */
  readonly since?: number;
}

/** What workflows remember of a contact: only those that the contact matches or has been in. */
export interface WorkflowMember {
  readonly contactId: ContactId;
  readonly of: Readonly<Record<string, Membership>>;
}

export interface WorkflowStores {
  workflows: { key: WorkflowId; value: WorkflowHead; indexes: { sequence: SequenceId } };
  workflowRevisions: { key: [WorkflowId, number]; value: Workflow };
  workflowRuns: {
    key: WorkflowRunId;
    value: WorkflowRunRow;
    indexes: {
      due: Instant;
      inside: string;
      held: WorkflowId;
      contact: [ContactId, Instant];
      workflow: [WorkflowId, Instant];
    };
  };
  workflowEvents: { key: number; value: WorkflowEventRow };
  workflowScans: {
    key: string;
    value: WorkflowScan;
    indexes: { due: Instant; workflow: WorkflowId };
  };
  workflowMembers: { key: ContactId; value: WorkflowMember };
}
