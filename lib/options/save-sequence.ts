import type { Signal } from '@preact/signals';
import type { Note } from '@/components/options/note';
import type { SequenceId } from '@/lib/domain/ids';
import { t } from '@/lib/i18n/t';
import type { Rpc } from '@/lib/rpc/client';
import type { SequenceSaved } from '@/lib/rpc/sequence-views';
import { checkDraft } from './check-draft';
import { withStoredIds } from './draft-steps';
import { failureNote } from './failure-note';
import type { FormState, StoredSequence } from './form-state';

export interface SaveDeps {
  readonly rpc: Pick<Rpc, 'sequence.save'>;
  readonly readSequence: (id: string) => Promise<StoredSequence | undefined>;
  readonly form: Signal<FormState | undefined>;
  readonly say: (note: Note) => void;
  /** It is stored under this id now; the form's address follows. */
  readonly stored: (id: SequenceId) => void;
  /** Nothing was saved: what is wrong is shown. */
  readonly refuse: (outcome?: Extract<SequenceSaved, { kind: 'invalid' }>) => void;
}

/** Saves the open form: the next version of its sequence, or, as a copy, a new one. */
export async function saveSequence(deps: SaveDeps, mode: 'save' | 'copy'): Promise<void> {
  const before = deps.form.peek();
  if (before === undefined) return;
  const checked = checkDraft(before.draft);
  if (checked.kind === 'invalid') return deps.refuse();
  try {
    const outcome = await deps.rpc['sequence.save'](inputOf(before, checked.input, mode));
    await settle(deps, { before, outcome, mode });
  } catch (cause) {
    deps.say(failureNote(cause));
  }
}

type Checked = Extract<ReturnType<typeof checkDraft>, { kind: 'ok' }>['input'];

function inputOf({ id, basedOn }: FormState, input: Checked, mode: 'save' | 'copy') {
  if (mode === 'save') {
    return {
      ...input,
      ...(id !== undefined && { id }),
      ...(basedOn !== undefined && { basedOn }),
    };
  }
  const name = t('options.sequences.copyOf', [input.name]).slice(0, 200);
  return { ...input, name, steps: input.steps.map(({ id: _of, ...step }) => step) };
}

async function settle(
  deps: SaveDeps,
  { before, outcome, mode }: { before: FormState; outcome: SequenceSaved; mode: 'save' | 'copy' },
): Promise<void> {
  const { form, say } = deps;
  const now = form.peek();
  switch (outcome.kind) {
    case 'invalid':
      return deps.refuse(outcome);
    case 'conflict':
    case 'missing':
      if (now?.item !== before.item) return;
      form.value = { ...now, conflict: outcome.kind === 'missing' ? 'deleted' : 'newer' };
      return;
    case 'saved': {
      say({ tone: 'good', text: savedText(before, outcome.version, mode) });
      const stored = await deps.readSequence(outcome.id);
      const typed = form.peek();
      // Gone elsewhere meanwhile: what was saved shows there, and nothing is put over it.
      if (typed?.item !== before.item || stored === undefined) return;
      form.value = savedForm({ before, typed, stored, copied: mode === 'copy' });
      deps.stored(outcome.id);
    }
  }
}

/** What was typed while the answer was on its way stays typed. */
function savedForm(of: {
  readonly before: FormState;
  readonly typed: FormState;
  readonly stored: StoredSequence;
  readonly copied: boolean;
}): FormState {
  const { before, typed, stored, copied } = of;
  const { sequence, head } = stored;
  const keys = before.draft.steps.map((step) => step.key);
  const named = copied ? { name: sequence.name } : {};
  const withIds = (draft: FormState['draft']) => ({
    ...draft,
    ...named,
    steps: withStoredIds(draft.steps, keys, sequence.steps),
  });
  return {
    item: sequence.id,
    id: sequence.id,
    basedOn: sequence.version,
    live: head.live,
    saved: withIds({ ...before.draft, name: sequence.name }),
    draft: withIds(
      typed.draft === before.draft ? { ...before.draft, name: sequence.name } : typed.draft,
    ),
    restored: false,
    attempted: false,
  };
}

function savedText({ live, basedOn, draft }: FormState, version: number, mode: 'save' | 'copy') {
  const name = draft.name.trim();
  if (mode === 'copy') return t('sequenceForm.savedCopy', [name]);
  if (basedOn === undefined) return t('sequenceForm.savedNew', [name]);
  if (live === 0) return t('sequenceForm.savedVersion', [name, String(version)]);
  return t('sequenceForm.savedRunning', [name, String(version), String(live), String(basedOn)]);
}
