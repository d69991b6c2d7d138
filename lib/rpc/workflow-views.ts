import type { Check } from '@/lib/domain/enrollment/check';
import type { ActionId, ContactId, WorkflowId, WorkflowRunId } from '@/lib/domain/ids';
import type { Finding } from '@/lib/domain/workflow/finding';
import type { Operation } from '@/lib/domain/workflow/operation';
import type { Instant } from '@/lib/time/instant';

export type WorkflowSaved =
  | {
      readonly kind: 'saved';
      readonly id: WorkflowId;
      readonly revision: number;
      /** What stands against switching it on, or asks for a reason. */
      readonly findings: readonly Finding[];
    }
  /** Somebody saved a newer revision meanwhile; nothing was overwritten. */
  | { readonly kind: 'conflict'; readonly revision: number }
  | { readonly kind: 'missing' }
  | {
      readonly kind: 'invalid';
      readonly findings: readonly Finding[];
      /** It could be kept, but not while it is on: switched off it can, and on again with a reason. */
      readonly running?: true;
    };

export type WorkflowSwitched =
  | { readonly kind: 'switched' }
  /** Errors to mend, or warnings that have no reason yet. Nothing has changed. */
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] }
  | { readonly kind: 'conflict'; readonly revision: number }
  | { readonly kind: 'missing' };

export type WorkflowEntered =
  | { readonly kind: 'entered'; readonly runId: WorkflowRunId }
  | { readonly kind: 'refused'; readonly reason: 'off' | 'inside' | 'suppressed' | 'noContact' }
  | { readonly kind: 'missing' };

/** One part of a dry run over all contacts. Ask again with `next` until there is none. */
export interface DryRunPart {
  readonly checked: number;
  readonly matched: number;
  /** Imported leads among them who never answered. */
  readonly cold: number;
  /** The first few of this part, with what each action would do. */
  readonly sample: readonly DryRunContact[];
  readonly next?: ContactId;
}

export interface DryRunContact {
  readonly contactId: ContactId;
  readonly name: string;
  readonly address?: string;
  readonly actions: readonly ExplainedAction[];
}

/** What one filter found. */
export interface ExplainedFilter {
  readonly property: string;
  readonly operation: Operation;
  /** As it is stored; none when it is unknown. */
  readonly value?: string;
  readonly passed: boolean;
}

export interface ExplainedGroup {
  readonly passed: boolean;
  readonly filters: readonly ExplainedFilter[];
}

/** What an action would do for a contact now, or would not and why. */
export interface ExplainedAction {
  readonly actionId: ActionId;
  readonly kind: 'enroll' | 'unenroll' | 'delay' | 'branch' | 'createTask' | 'setProperty';
  /**
   * Would it do something? For an enrollment: what `decide` says now. For a branch: the name of the
   * one that would be taken is in `branch`, none for the rest.
   */
  readonly result: 'does' | 'skips';
  /** Everything of the decision, of an enrollment. */
  readonly checks: readonly Check[];
  readonly branch?: string;
}

/** Why a contact would enter a workflow or not, and what would happen then. */
export interface WorkflowExplanation {
  readonly name: string;
  readonly address?: string;
  /** Of the trigger's filters: OR of groups. */
  readonly groups: readonly ExplainedGroup[];
  readonly matches: boolean;
  /** Of the groups that re-enroll, when there are any. */
  readonly reenroll: readonly ExplainedGroup[];
  /**
   * Why the contact would not enter although the filters hold. `notListed`: they held before it was
   * switched on, and it was switched on for later ones only.
   */
  readonly barred?: 'suppressed' | 'inside' | 'onceOnly' | 'notListed';
  readonly inside?: { readonly runId: WorkflowRunId; readonly dueAt?: Instant };
  readonly times: number;
  readonly actions: readonly ExplainedAction[];
}

/** Contacts of a file, row by row. */
export interface ImportOutcome {
  readonly added: number;
  readonly updated: number;
  /** Rows that could not be taken, by their index in what was given. */
  readonly invalid: readonly {
    readonly row: number;
    readonly reason: 'noAddress' | 'badAddress';
  }[];
}
