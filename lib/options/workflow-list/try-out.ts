import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Note } from '@/components/options/note';
import type { ActionLabels } from '@/components/options/workflow-list/dry-run-view';
import type { WorkflowDraft } from '@/lib/domain/workflow/workflow';
import { failureNote } from '@/lib/options/failure-note';
import type { WorkflowModel } from '@/lib/options/workflow/workflow-model';
import type { Rpc } from '@/lib/rpc/client';
import { actionLabels } from './action-labels';
import { createDryRun, type DryRunModel } from './dry-run-model';

export interface TryOutDeps {
  readonly rpc: Pick<Rpc, 'workflow.dryRun'>;
  readonly editor: Pick<WorkflowModel, 'draft' | 'estimated' | 'choices'>;
  readonly say: (note: Note) => void;
}

export interface TryOut extends Pick<DryRunModel, 'view' | 'cancel' | 'reset'> {
  readonly labels: ReadonlySignal<ActionLabels>;
  /** The workflow was changed since. */
  readonly isOld: ReadonlySignal<boolean>;
  /** Of what is typed now, saved or not. */
  readonly start: () => Promise<void>;
}

/** A dry run of what is in the editor; lint counts with what it found. */
export function createTryOut({ rpc, editor, say }: TryOutDeps): TryOut {
  const run = createDryRun({ rpc });
  const tried = signal<WorkflowDraft>();
  return {
    view: run.view,
    cancel: run.cancel,
    reset: run.reset,
    labels: computed(() =>
      actionLabels(tried.value?.actions ?? [], editor.choices.facts.value?.sequences),
    ),
    isOld: computed(
      () =>
        run.view.value.state !== 'idle' &&
        JSON.stringify(tried.value) !== JSON.stringify(editor.draft.value),
    ),
    start: async () => {
      const draft = editor.draft.peek();
      if (draft === undefined) return;
      tried.value = draft;
      await run.start(draft).catch((cause: unknown) => say(failureNote(cause)));
      const { state, matched, cold } = run.view.peek();
      if (state === 'done') editor.estimated(draft, { matched, cold });
    },
  };
}
