import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Note } from '@/components/options/note';
import type { TypedWorkflow } from '@/components/options/workflow/typed-workflow';
import type { WorkflowProblem } from '@/components/options/workflow/workflow-problem';
import type { WorkflowId } from '@/lib/domain/ids';
import type { Finding } from '@/lib/domain/workflow/finding';
import type { WorkflowDraft } from '@/lib/domain/workflow/workflow';
import { NEW } from '@/lib/options/form-state';
import type { Place } from '@/lib/options/route';
import { coalesced } from '@/lib/platform/coalesced';
import type { TabMemory } from '@/lib/platform/tab-memory';
import type { Rpc } from '@/lib/rpc/client';
import type { Zone } from '@/lib/time/zone';
import { checkWorkflow } from './check-workflow';
import { type ChoicesDeps, type ChoicesModel, createChoicesModel } from './choices-model';
import { emptyWorkflow } from './empty-workflow';
import { createLint, type Estimate } from './lint-model';
import { readTypedWorkflow } from './read-typed-workflow';
import { saveWorkflow } from './save-workflow';
import {
  isChanged,
  openedWorkflow,
  refreshedWorkflow,
  type StoredWorkflow,
  type WorkflowFormState,
} from './workflow-form-state';

export type WorkflowModelDeps = ChoicesDeps & {
  readonly rpc: Pick<Rpc, 'workflow.save'>;
  /** `undefined` when there is none, or it was deleted. */
  readonly readWorkflow: (id: string) => Promise<StoredWorkflow | undefined>;
  readonly memory: TabMemory;
  readonly newKey: () => string;
  /** The zone of a new workflow. */
  readonly zone: Zone;
  readonly go: (place: Place) => void;
  readonly say: (note: Note) => void;
};

export interface WorkflowModel {
  readonly status: ReadonlySignal<'closed' | 'loading' | 'ready' | 'missing' | 'failed'>;
  readonly form: ReadonlySignal<WorkflowFormState | undefined>;
  readonly changed: ReadonlySignal<boolean>;
  readonly saving: ReadonlySignal<boolean>;
  /** What is typed, once nothing is missing: what a dry run and an explanation are about. */
  readonly draft: ReadonlySignal<WorkflowDraft | undefined>;
  /** What is stored of it; none of a new one. */
  readonly saved: ReadonlySignal<
    { readonly id: WorkflowId; readonly revision: number } | undefined
  >;
  /** What is missing before it can be saved. */
  readonly problems: ReadonlySignal<readonly WorkflowProblem[]>;
  /** What lint says of it; nothing while something is missing. */
  readonly findings: ReadonlySignal<readonly Finding[]>;
  /** Grows with every refused save, so that the list of what is wrong takes the focus each time. */
  readonly refusals: ReadonlySignal<number>;
  readonly choices: ChoicesModel;
  /** A name for something new in the form. */
  readonly newKey: () => string;
  /** A dry run of this draft is through: lint may count with it. */
  readonly estimated: (draft: WorkflowDraft, estimate: Estimate) => void;
  /** Opens the workflow of this place; any other place closes it. */
  readonly open: (place: Place) => Promise<void>;
  /** Something stored has changed: takes over what does not disturb. */
  readonly refresh: () => Promise<void>;
  readonly change: (change: Partial<TypedWorkflow>) => void;
  readonly save: (mode: 'save' | 'copy') => Promise<void>;
  /** Forgets what was typed and shows what is stored. */
  readonly discard: () => Promise<void>;
  /** Forgets what was typed, on the way to another place. */
  readonly forget: () => void;
}

const memoryKey = (item: string) => `workflow/${item}`;

/** The editor of one workflow: what is typed, what is stored, and what lint says of it. */
export function createWorkflowModel(deps: WorkflowModelDeps): WorkflowModel {
  const { memory, newKey } = deps;
  const status = signal<WorkflowModel['status']['value']>('closed');
  const form = signal<WorkflowFormState>();
  const saving = signal(false);
  const refusals = signal(0);
  const choices = createChoicesModel(deps);
  const checked = computed(() => form.value && checkWorkflow(form.value.typed));
  const draft = computed(() => (checked.value?.kind === 'ok' ? checked.value.draft : undefined));
  const lint = createLint({ draft, form, facts: choices.facts });
  /** Which opening is the current one; a late answer of another is dropped. */
  let opened: { readonly item: string; readonly sequence?: string | undefined } | undefined;

  const load = async () => {
    const wanted = opened;
    if (wanted === undefined) return;
    const { item, sequence } = wanted;
    const kept = readTypedWorkflow(memory.read(memoryKey(item)));
    const blank = isNew(item) ? emptyWorkflow({ newKey, zone: deps.zone, sequence }) : undefined;
    try {
      const [stored] = await Promise.all([
        blank === undefined ? deps.readWorkflow(item) : undefined,
        choices.open(),
      ]);
      if (opened !== wanted) return;
      form.value = openedWorkflow(item, stored, { blank, kept, newKey });
      status.value = form.peek() === undefined ? 'missing' : 'ready';
    } catch {
      if (opened === wanted) status.value = 'failed';
    }
  };
  const forgetTyped = () => opened && memory.forget(memoryKey(opened.item));
  const change = (next: Partial<TypedWorkflow>) => {
    const now = form.peek();
    if (now === undefined) return;
    const typed = { ...now.typed, ...next };
    lint.forgetAnswer();
    form.value = { ...now, typed };
    const { basedOn } = now;
    memory.write(memoryKey(now.item), { typed, ...(basedOn !== undefined && { basedOn }) });
  };
  const refuse = (findings: readonly Finding[] = []) => {
    const now = form.peek();
    if (now) form.value = { ...now, attempted: true };
    lint.answered(findings);
    refusals.value += 1;
  };

  return {
    status,
    form,
    changed: computed(() => form.value !== undefined && isChanged(form.value)),
    saving,
    draft,
    saved: computed(() => savedOf(form.value)),
    problems: computed(() => (checked.value?.kind === 'invalid' ? checked.value.problems : [])),
    findings: lint.findings,
    refusals,
    choices,
    newKey,
    estimated: lint.estimated,
    open: async ({ section, item, sequence }) => {
      const wanted = section === 'workflows' ? itemOf(item, sequence) : undefined;
      if (wanted === opened?.item && status.peek() !== 'failed') return;
      opened = wanted === undefined ? undefined : { item: wanted, sequence };
      form.value = undefined;
      lint.forgetAnswer();
      status.value = wanted === undefined ? 'closed' : 'loading';
      await load();
    },
    refresh: coalesced(async () => {
      if (opened === undefined) return;
      await choices.refresh();
      await refreshForm(deps, form, saving);
    }),
    change,
    save: async (mode) => {
      if (saving.peek()) return;
      saving.value = true;
      const stored = (id: WorkflowId) => {
        forgetTyped();
        opened = { item: id };
        deps.go({ section: 'workflows', item: id });
      };
      await saveWorkflow({ ...deps, form, stored, refuse }, mode);
      saving.value = false;
    },
    discard: async () => {
      forgetTyped();
      await load();
    },
    forget: () => {
      forgetTyped();
      form.value = undefined;
    },
  };
}

function savedOf({ id, basedOn }: Partial<WorkflowFormState> = {}) {
  return id === undefined || basedOn === undefined ? undefined : { id, revision: basedOn };
}

/** Takes over what is stored now, unless it is being stored by us. */
async function refreshForm(
  { readWorkflow, newKey }: WorkflowModelDeps,
  form: Signal<WorkflowFormState | undefined>,
  saving: ReadonlySignal<boolean>,
): Promise<void> {
  const { id } = form.peek() ?? {};
  if (id === undefined || saving.peek()) return;
  const read = await readWorkflow(id).then(
    (stored) => ({ stored }),
    () => undefined,
  );
  const now = form.peek();
  if (read && now?.id === id && !saving.peek()) {
    form.value = refreshedWorkflow(now, read.stored, newKey);
  }
}

const isNew = (item: string) => item === NEW || item.startsWith(`${NEW}?`);

/** A new one for a sequence is another form than a new one for none. */
function itemOf(item: string | undefined, sequence: string | undefined): string | undefined {
  return item === NEW && sequence !== undefined ? `${NEW}?${sequence}` : item;
}
