import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { WorkflowLine } from '@/components/options/workflow-list/workflow-line';
import type { ContactId, SequenceId, WorkflowId } from '@/lib/domain/ids';
import type { WorkflowDraft } from '@/lib/domain/workflow/workflow';
import { NEW } from '@/lib/options/form-state';
import type { Place } from '@/lib/options/route';
import { typedWorkflowOf } from '@/lib/options/workflow/typed-workflow-of';
import type { WorkflowModel } from '@/lib/options/workflow/workflow-model';
import type { TabMemory } from '@/lib/platform/tab-memory';
import { createExplainModel, type ExplainDeps, type ExplainModel } from './explain-model';
import { createHistoryModel, type HistoryDeps, type HistoryModel } from './history-model';
import { createSwitchOnModel, type SwitchOnDeps, type SwitchOnModel } from './switch-on-model';
import { createTryOut, type TryOut, type TryOutDeps } from './try-out';
import { createWorkflowsModel, type WorkflowsDeps, type WorkflowsModel } from './workflows-model';

export type WorkflowsPartDeps = Omit<WorkflowsDeps, 'openDraft' | 'edit'> &
  Omit<SwitchOnDeps, 'refresh'> &
  Omit<ExplainDeps, 'editor' | 'refresh'> &
  Omit<TryOutDeps, 'editor'> & {
    readonly rpc: HistoryDeps<WorkflowId>['rpc'];
    readonly readWorkflowRuns: HistoryDeps<WorkflowId>['readRuns'];
    readonly readWorkflowJournal: HistoryDeps<WorkflowId>['readEntries'];
    readonly readContactRuns: HistoryDeps<ContactId>['readRuns'];
    readonly editor: WorkflowModel;
    readonly memory: TabMemory;
    readonly newKey: () => string;
    readonly go: (place: Place) => void;
  };

export interface WorkflowsPart {
  readonly list: WorkflowsModel;
  readonly switchOn: SwitchOnModel;
  readonly tryOut: TryOut;
  readonly explain: ExplainModel;
  /** Of the workflow that is open in the editor. */
  readonly history: HistoryModel<WorkflowId>;
  /** Of the contact whose history is open among the enrollments. */
  readonly contactRuns: HistoryModel<ContactId>;
  /** The one that is open in the editor, as the list has it. */
  readonly opened: ReadonlySignal<WorkflowLine | undefined>;
  /** Those that name a sequence or were made for it. */
  readonly ofSequence: (id: SequenceId) => readonly WorkflowLine[] | undefined;
  readonly create: (sequence?: string) => void;
  readonly refresh: () => Promise<void>;
  readonly start: (stop: AbortSignal) => void;
}

/** Everything around the editor of workflows: the list, switching on, trying out, what happened. */
export function createWorkflowsPart(deps: WorkflowsPartDeps): WorkflowsPart {
  const { editor, go, say, rpc } = deps;
  const heads = signal<readonly { id: WorkflowId; sequenceIds: readonly SequenceId[] }[]>([]);
  const list = createWorkflowsModel({
    ...deps,
    readWorkflows: async () => {
      const read = await deps.readWorkflows();
      heads.value = read;
      return read;
    },
    edit: (item) => go({ section: 'workflows', item }),
    openDraft: (draft) => openDraft(deps, draft),
  });
  const history = createHistoryModel<WorkflowId>({
    rpc,
    say,
    readRuns: deps.readWorkflowRuns,
    readEntries: deps.readWorkflowJournal,
  });
  const contactRuns = createHistoryModel<ContactId>({
    rpc,
    say,
    readRuns: deps.readContactRuns,
    readEntries: async () => [],
  });
  const refresh = async () => {
    await Promise.all([list.refresh(), history.refresh(), contactRuns.refresh()]);
  };
  const explain = createExplainModel({ ...deps, editor, refresh });
  const tryOut = createTryOut({ ...deps, editor });

  return {
    list,
    history,
    contactRuns,
    explain,
    tryOut,
    refresh,
    switchOn: createSwitchOnModel({ ...deps, refresh }),
    opened: computed(() => list.lines.value?.find(({ id }) => id === editor.saved.value?.id)),
    ofSequence: (id) => {
      const named = new Set(
        heads.value.filter(({ sequenceIds }) => sequenceIds.includes(id)).map((head) => head.id),
      );
      return list.lines.value?.filter((line) => named.has(line.id));
    },
    create: (sequence) =>
      go({ section: 'workflows', item: NEW, ...(sequence !== undefined && { sequence }) }),
    start: (stop) => {
      // Another workflow in the editor: nothing of the one before stays beside it.
      const dispose = effect(() => {
        const item = editor.form.value?.item;
        const id = editor.saved.value?.id;
        void history.open(id);
        if (item === undefined) {
          tryOut.reset();
          explain.reset();
        }
      });
      stop.addEventListener('abort', dispose, { once: true });
    },
  };
}

/** As if it had been typed: it is found again by the editor, and nothing is stored. */
function openDraft({ memory, newKey, go }: WorkflowsPartDeps, draft: WorkflowDraft): void {
  memory.write(`workflow/${NEW}`, { typed: typedWorkflowOf(draft, newKey) });
  go({ section: 'workflows', item: NEW });
}
