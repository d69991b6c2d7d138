import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Note } from '@/components/options/note';
import type { DraftProblem, SequenceDraft, StepDraft } from '@/components/options/sequence-draft';
import type { StepKind } from '@/lib/domain/sequence/step';
import { coalesced } from '@/lib/platform/coalesced';
import type { TabMemory } from '@/lib/platform/tab-memory';
import type { Rpc } from '@/lib/rpc/client';
import { emptyStep } from './draft-of';
import { draftProblems, problemOfTemplate } from './draft-problems';
import { addVariant, changeStep, moveStep } from './draft-steps';
import {
  type FormState,
  isChanged,
  NEW,
  openedForm,
  refreshedForm,
  type StoredSequence,
} from './form-state';
import { readDraft } from './read-draft';
import type { Place } from './route';
import { saveSequence } from './save-sequence';

export interface SequenceFormDeps {
  readonly rpc: Pick<Rpc, 'sequence.save'>;
  /** `undefined` when there is none, or it was deleted. */
  readonly readSequence: (id: string) => Promise<StoredSequence | undefined>;
  readonly memory: TabMemory;
  readonly newKey: () => string;
  readonly go: (place: Place) => void;
  readonly say: (note: Note) => void;
}

export interface SequenceFormModel {
  readonly status: ReadonlySignal<'closed' | 'loading' | 'ready' | 'missing' | 'failed'>;
  readonly form: ReadonlySignal<FormState | undefined>;
  readonly changed: ReadonlySignal<boolean>;
  readonly saving: ReadonlySignal<boolean>;
  readonly problems: ReadonlySignal<readonly DraftProblem[]>;
  /** Grows with every refused save, so that the list of problems takes the focus each time. */
  readonly refusals: ReadonlySignal<number>;
  /** Opens the sequence of this address; `undefined` closes the form. */
  readonly open: (item: string | undefined) => Promise<void>;
  /** Something stored has changed: takes over what does not disturb. */
  readonly refresh: () => Promise<void>;
  readonly edit: StepEditing & { readonly change: (change: Partial<SequenceDraft>) => void };
  readonly save: (mode: 'save' | 'copy') => Promise<void>;
  /** Forgets what was typed and shows what is stored. */
  readonly discard: () => Promise<void>;
  /** Forgets what was typed, on the way to another place. */
  readonly forget: () => void;
}

export interface StepEditing {
  readonly addStep: (kind: StepKind) => string;
  readonly removeStep: (key: string) => void;
  readonly moveStep: (key: string, by: -1 | 1) => void;
  readonly changeStep: (key: string, change: Partial<StepDraft>) => void;
  /** Another text for an email, as the last one. */
  readonly addVariant: (key: string) => void;
}

const memoryKey = (item: string) => `sequence/${item}`;

/** The form of one sequence: what is typed, what is stored, and what stands between them. */
export function createSequenceFormModel(deps: SequenceFormDeps): SequenceFormModel {
  const { memory } = deps;
  const status = signal<SequenceFormModel['status']['value']>('closed');
  const form = signal<FormState>();
  const saving = signal(false);
  const refusals = signal(0);
  const found = signal<readonly DraftProblem[]>([]);
  /** Which opening is the current one; a late answer of another is dropped. */
  let item: string | undefined;

  const load = async (wanted: string) => {
    const kept = readDraft(memory.read(memoryKey(wanted)));
    try {
      const stored = wanted === NEW ? undefined : await deps.readSequence(wanted);
      if (item !== wanted) return;
      form.value = openedForm(wanted, stored, { kept, key: deps.newKey() });
      status.value = form.peek() === undefined ? 'missing' : 'ready';
    } catch {
      if (item === wanted) status.value = 'failed';
    }
  };
  const change = (next: Partial<SequenceDraft>) => {
    const open = form.peek();
    if (open === undefined) return;
    const { basedOn } = open;
    const draft = { ...open.draft, ...next };
    found.value = [];
    form.value = { ...open, draft };
    memory.write(memoryKey(open.item), { draft, ...(basedOn !== undefined && { basedOn }) });
  };
  const refuse: Parameters<typeof saveSequence>[0]['refuse'] = (outcome) => {
    const open = form.peek();
    if (open === undefined) return;
    form.value = { ...open, attempted: true };
    found.value = (outcome?.errors ?? []).map((error) => problemOfTemplate(error, open.draft));
    refusals.value += 1;
  };

  return {
    status,
    form,
    changed: computed(() => form.value !== undefined && isChanged(form.value)),
    saving,
    problems: computed(() => {
      const own = draftProblems(form.value);
      return own.length > 0 ? own : found.value;
    }),
    refusals,
    open: async (wanted) => {
      if (wanted === item && status.peek() !== 'failed') return;
      item = wanted;
      form.value = undefined;
      found.value = [];
      status.value = wanted === undefined ? 'closed' : 'loading';
      if (wanted !== undefined) await load(wanted);
    },
    refresh: coalesced(async () => {
      const { id } = form.peek() ?? {};
      if (id === undefined || saving.peek()) return;
      const read = await deps.readSequence(id).then(
        (stored) => ({ stored }),
        () => undefined,
      );
      const now = form.peek();
      if (read && now?.id === id && !saving.peek()) form.value = refreshedForm(now, read.stored);
    }),
    edit: { change, ...stepEditing(form, change, deps.newKey) },
    save: async (mode) => {
      if (saving.peek()) return;
      saving.value = true;
      const stored = (id: string) => {
        memory.forget(memoryKey(item ?? NEW));
        item = id;
        deps.go({ section: 'sequences', item: id });
      };
      await saveSequence({ ...deps, form, stored, refuse }, mode);
      saving.value = false;
    },
    discard: async () => {
      if (item === undefined) return;
      memory.forget(memoryKey(item));
      await load(item);
    },
    forget: () => {
      memory.forget(memoryKey(item ?? NEW));
      form.value = undefined;
    },
  };
}

/** What can be done with the steps of a draft. */
function stepEditing(
  form: ReadonlySignal<FormState | undefined>,
  change: (next: Partial<SequenceDraft>) => void,
  newKey: () => string,
): StepEditing {
  const steps = () => form.peek()?.draft.steps ?? [];
  return {
    addStep: (kind) => {
      const key = newKey();
      change({ steps: [...steps(), emptyStep(key, { kind, isFirst: steps().length === 0 })] });
      return key;
    },
    removeStep: (key) => change({ steps: steps().filter((step) => step.key !== key) }),
    moveStep: (key, by) => change({ steps: moveStep(steps(), key, by) }),
    changeStep: (key, next) => change({ steps: changeStep(steps(), key, next) }),
    addVariant: (key) => change({ steps: addVariant(steps(), key, newKey()) }),
  };
}
