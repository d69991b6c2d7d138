import type { TypedWorkflow } from '@/components/options/workflow/typed-workflow';
import type { WorkflowId } from '@/lib/domain/ids';
import type { Workflow } from '@/lib/domain/workflow/workflow';
import type { WorkflowHead } from '@/lib/store/workflow-schema';
import { checkWorkflow } from './check-workflow';
import type { KeptWorkflow } from './read-typed-workflow';
import { typedWorkflowOf } from './typed-workflow-of';

/** The newest revision of a workflow, and how it stands. */
export interface StoredWorkflow {
  readonly head: WorkflowHead;
  readonly workflow: Workflow;
}

/** The workflow that is open in the editor. */
export interface WorkflowFormState {
  /** As the address names it: an id, or `new`, with the sequence it is for. */
  readonly item: string;
  readonly id?: WorkflowId;
  /** The revision that is edited; a newer one is never overwritten. */
  readonly basedOn?: number;
  readonly head?: WorkflowHead;
  /** As it is stored. */
  readonly saved: TypedWorkflow;
  /** As it is typed. */
  readonly typed: TypedWorkflow;
  /** Typed before a reload and found again. */
  readonly restored: boolean;
  /** Saved or deleted elsewhere meanwhile; nothing of either is lost. */
  readonly conflict?: Conflict;
  /** Saving was refused once, so that everything that is missing is shown from then on. */
  readonly attempted: boolean;
}

export type Conflict =
  | { readonly kind: 'newer'; readonly revision: number }
  | { readonly kind: 'deleted' };

const FRESH = { restored: false, attempted: false } as const;

function stateOf({ head, workflow }: StoredWorkflow, newKey: () => string): WorkflowFormState {
  const saved = typedWorkflowOf(workflow, newKey);
  const { id, revision: basedOn } = workflow;
  return { item: id, id, basedOn, head, saved, typed: saved, ...FRESH };
}

/**
 * The form as it opens: what is stored, under what was typed before a reload.
 *
 * @returns `undefined` when there is neither
 */
export function openedWorkflow(
  item: string,
  stored: StoredWorkflow | undefined,
  options: {
    /** What a new one begins with; none when the address names one that exists. */
    readonly blank: TypedWorkflow | undefined;
    readonly kept: KeptWorkflow | undefined;
    readonly newKey: () => string;
  },
): WorkflowFormState | undefined {
  const { blank, kept, newKey } = options;
  const base = blank ?? kept?.typed;
  if (stored === undefined && base === undefined) return undefined;
  const state = stored
    ? stateOf(stored, newKey)
    : base && { item, saved: base, typed: base, ...FRESH };
  if (state === undefined || kept === undefined) return state;
  const isGone = stored === undefined && blank === undefined;
  if (!isGone && !isChanged({ saved: state.saved, typed: kept.typed })) return state;
  const newest = stored?.workflow.revision ?? 0;
  const conflict: Conflict | undefined = isGone
    ? { kind: 'deleted' }
    : (kept.basedOn ?? 0) < newest
      ? { kind: 'newer', revision: newest }
      : undefined;
  return { ...state, ...kept, restored: true, ...(conflict && { conflict }) };
}

/** The form after something stored has changed: what is typed stays, and is warned about. */
export function refreshedWorkflow(
  form: WorkflowFormState,
  stored: StoredWorkflow | undefined,
  newKey: () => string,
): WorkflowFormState {
  if (stored === undefined) return { ...form, conflict: { kind: 'deleted' } };
  const { revision } = stored.workflow;
  if (revision <= (form.basedOn ?? 0)) return { ...form, head: stored.head };
  return isChanged(form)
    ? { ...form, head: stored.head, conflict: { kind: 'newer', revision } }
    : stateOf(stored, newKey);
}

/** Is there anything that leaving would lose? */
export function isChanged(form: Pick<WorkflowFormState, 'saved' | 'typed'>): boolean {
  return form.saved !== form.typed && comparable(form.saved) !== comparable(form.typed);
}

/** What would be saved; while something is missing, what is typed. Keys are only names in a form. */
function comparable(typed: TypedWorkflow): string {
  const checked = checkWorkflow(typed);
  if (checked.kind === 'ok') return JSON.stringify(checked.draft);
  return JSON.stringify(typed, (name, value) => (name === 'key' ? undefined : value));
}
