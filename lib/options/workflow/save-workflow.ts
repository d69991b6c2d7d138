import type { Signal } from '@preact/signals';
import type { Note } from '@/components/options/note';
import type { WorkflowId } from '@/lib/domain/ids';
import type { Finding } from '@/lib/domain/workflow/finding';
import { t } from '@/lib/i18n/t';
import { failureNote } from '@/lib/options/failure-note';
import type { Rpc } from '@/lib/rpc/client';
import type { WorkflowSaved } from '@/lib/rpc/workflow-views';
import { checkWorkflow } from './check-workflow';
import { typedWorkflowOf } from './typed-workflow-of';
import type { StoredWorkflow, WorkflowFormState } from './workflow-form-state';

export interface SaveWorkflowDeps {
  readonly rpc: Pick<Rpc, 'workflow.save'>;
  readonly readWorkflow: (id: string) => Promise<StoredWorkflow | undefined>;
  readonly form: Signal<WorkflowFormState | undefined>;
  readonly newKey: () => string;
  readonly say: (note: Note) => void;
  /** It is stored under this id now; the form's address follows. */
  readonly stored: (id: WorkflowId) => void;
  /** Nothing was saved: what is wrong is shown, with what the worker found. */
  readonly refuse: (findings?: readonly Finding[]) => void;
}

/** Saves what is typed: the next revision of its workflow, or, as a copy, a new one. */
export async function saveWorkflow(deps: SaveWorkflowDeps, mode: 'save' | 'copy'): Promise<void> {
  const before = deps.form.peek();
  if (before === undefined) return;
  const checked = checkWorkflow(before.typed);
  if (checked.kind === 'invalid') return deps.refuse();
  const { id, basedOn } = before;
  const input =
    mode === 'save'
      ? {
          draft: checked.draft,
          ...(id !== undefined && { id }),
          ...(basedOn !== undefined && { basedOn }),
        }
      : { draft: { ...checked.draft, name: copyName(checked.draft.name) } };
  try {
    const outcome = await deps.rpc['workflow.save'](input);
    await settle(deps, { before, outcome, mode });
  } catch (cause) {
    deps.say(failureNote(cause));
  }
}

/** What says that it is a copy stays, however long the name is. */
const copyName = (name: string) =>
  t('options.sequences.copyOf', [name.slice(0, 180)]).slice(0, 200);

async function settle(
  deps: SaveWorkflowDeps,
  {
    before,
    outcome,
    mode,
  }: { before: WorkflowFormState; outcome: WorkflowSaved; mode: 'save' | 'copy' },
): Promise<void> {
  const { form } = deps;
  const now = form.peek();
  switch (outcome.kind) {
    case 'invalid':
      if (outcome.running === true) deps.say({ tone: 'bad', text: t('workflow.runningRefused') });
      return deps.refuse(outcome.findings);
    case 'conflict':
      if (now?.item !== before.item) return;
      form.value = { ...now, conflict: { kind: 'newer', revision: outcome.revision } };
      return;
    case 'missing':
      if (now?.item !== before.item) return;
      form.value = { ...now, conflict: { kind: 'deleted' } };
      return;
    case 'saved': {
      const name = before.typed.name.trim();
      deps.say({ tone: 'good', text: savedText(before, outcome, mode) });
      const stored = await deps.readWorkflow(outcome.id);
      const typed = form.peek();
      // Gone elsewhere meanwhile: what was saved shows there, and nothing is put over it.
      if (typed?.item !== before.item || stored === undefined) return;
      form.value = savedForm(deps, {
        before,
        typed,
        stored,
        name: mode === 'copy' ? copyName(name) : name,
      });
      deps.stored(outcome.id);
    }
  }
}

/** What was typed while the answer was on its way stays typed. */
function savedForm(
  { newKey }: SaveWorkflowDeps,
  of: {
    readonly before: WorkflowFormState;
    readonly typed: WorkflowFormState;
    readonly stored: StoredWorkflow;
    readonly name: string;
  },
): WorkflowFormState {
  const { before, typed, stored, name } = of;
  const { workflow, head } = stored;
  const kept = typed.typed === before.typed;
  return {
    item: workflow.id,
    id: workflow.id,
    basedOn: workflow.revision,
    head,
    saved: typedWorkflowOf(workflow, newKey),
    typed: kept ? { ...typed.typed, name } : typed.typed,
    restored: false,
    attempted: false,
  };
}

function savedText(
  { basedOn, typed }: WorkflowFormState,
  { revision }: Extract<WorkflowSaved, { kind: 'saved' }>,
  mode: 'save' | 'copy',
): string {
  const name = typed.name.trim();
  if (mode === 'copy') return t('workflow.savedCopy', [name]);
  if (basedOn === undefined) return t('workflow.savedNew', [name]);
  return t('workflow.savedRevision', [name, String(revision)]);
}
