import type { SequenceId, WorkflowId } from '@/lib/domain/ids';
import type { Sender } from '@/lib/domain/sender/sender';
import type { Sequence } from '@/lib/domain/sequence/sequence';
import type { PropertyDefinitions } from '@/lib/domain/workflow/property-definition';
import type { WorkflowDraft } from '@/lib/domain/workflow/workflow';

/** What lint knows of a sequence. */
export interface LintSequence {
  readonly name: string;
  readonly state: Sequence['state'];
  /** Names of the `{{placeholder:…}}` that its steps hold. */
  readonly placeholders: readonly string[];
}

/** Another workflow. */
export interface OtherWorkflow {
  readonly id: WorkflowId;
  readonly name: string;
  readonly draft: Pick<WorkflowDraft, 'trigger' | 'actions'>;
}

/** What the world looks like to the workflow that lint reads. */
export interface LintFacts {
  readonly definitions: PropertyDefinitions;
  readonly sequences: ReadonlyMap<SequenceId, LintSequence>;
  readonly senders: readonly Sender[];
  /** The others that are on; never the workflow itself. */
  readonly others: readonly OtherWorkflow[];
  /** What a dry run over all contacts found, once there was one. */
  readonly estimate?: { readonly matched: number; readonly cold: number } | undefined;
  /** Is it to be switched on for who matches already? */
  readonly existing?: boolean | undefined;
  readonly knowsZone: (name: string) => boolean;
}
