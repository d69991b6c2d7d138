import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Note } from '@/components/options/note';
import type {
  WorkflowFilter,
  WorkflowLine,
} from '@/components/options/workflow-list/workflow-line';
import { matchesQuery } from '@/components/ui/matches-query';
import type { WorkflowId } from '@/lib/domain/ids';
import type { FileProblem } from '@/lib/domain/workflow/file-problem';
import { readWorkflowFile } from '@/lib/domain/workflow/read-workflow-file';
import type { WorkflowDraft } from '@/lib/domain/workflow/workflow';
import { coalesced } from '@/lib/platform/coalesced';
import type { WorkflowHead } from '@/lib/store/workflow-schema';
import type { Clock } from '@/lib/time/clock';
import {
  createWorkflowChanges,
  type WorkflowChanges,
  type WorkflowChangesDeps,
} from './workflow-changes';
import { workflowLineOf } from './workflow-line-of';

export interface WorkflowsDeps extends Omit<WorkflowChangesDeps, 'refresh'> {
  readonly readWorkflows: () => Promise<readonly WorkflowHead[]>;
  /** Opens a draft in the editor, not saved yet. */
  readonly openDraft: (draft: WorkflowDraft) => void;
  readonly clock: Clock;
  readonly say: (note: Note) => void;
}

export interface WorkflowsModel {
  /** `undefined` until they were read. */
  readonly lines: ReadonlySignal<readonly WorkflowLine[] | undefined>;
  readonly shown: ReadonlySignal<readonly WorkflowLine[]>;
  readonly failed: ReadonlySignal<boolean>;
  readonly filter: ReadonlySignal<WorkflowFilter>;
  /** The one that is about to be deleted, once the rep confirms. */
  readonly deleting: ReadonlySignal<WorkflowId | undefined>;
  /** What is wrong with the file that was chosen last, and its name. */
  readonly file: ReadonlySignal<
    { readonly name: string; readonly problems: readonly FileProblem[] } | undefined
  >;
  readonly changes: WorkflowChanges;
  readonly refresh: () => Promise<void>;
  readonly narrow: (change: Partial<WorkflowFilter>) => void;
  readonly askToDelete: (id: WorkflowId | undefined) => void;
  readonly remove: (line: WorkflowLine) => Promise<void>;
  readonly importFile: (file: ChosenFile) => Promise<void>;
  readonly dismissFile: () => void;
}

/** A file that a person chose; the browser's own fits. */
export interface ChosenFile {
  readonly name: string;
  readonly text: () => Promise<string>;
}

/** All workflows: what each is doing, and what can be done with it as a whole. */
export function createWorkflowsModel(deps: WorkflowsDeps): WorkflowsModel {
  const lines = signal<readonly WorkflowLine[]>();
  const failed = signal(false);
  const filter = signal<WorkflowFilter>({ text: '' });
  const deleting = signal<WorkflowId>();
  const file = signal<WorkflowsModel['file']['value']>();

  const refresh = coalesced(async () => {
    try {
      const now = deps.clock.now();
      lines.value = (await deps.readWorkflows()).flatMap((head) => workflowLineOf(head, now) ?? []);
      failed.value = false;
    } catch {
      failed.value = true;
    }
  });
  const changes = createWorkflowChanges({ ...deps, refresh });

  return {
    lines,
    shown: computed(() =>
      (lines.value ?? []).filter(({ name }) => matchesQuery(name, filter.value.text)),
    ),
    failed,
    filter,
    deleting,
    file,
    changes,
    refresh,
    narrow: (change) => {
      filter.value = { ...filter.peek(), ...change };
    },
    askToDelete: (id) => {
      deleting.value = id;
    },
    remove: (line) => {
      deleting.value = undefined;
      return changes.remove(line);
    },
    importFile: async (chosen) => {
      const text = await chosen.text().catch(() => '');
      const read = readWorkflowFile(text);
      file.value = read.kind === 'ok' ? undefined : { name: chosen.name, problems: read.problems };
      if (read.kind === 'ok') deps.openDraft(read.draft);
    },
    dismissFile: () => {
      file.value = undefined;
    },
  };
}
