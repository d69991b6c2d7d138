import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Note } from '@/components/options/note';
import type { RunLine } from '@/components/options/workflow-list/run-line';
import type { WorkflowRunId } from '@/lib/domain/ids';
import type { JournalEntry } from '@/lib/domain/journal-entry';
import { t } from '@/lib/i18n/t';
import { failureNote } from '@/lib/options/failure-note';
import { coalesced } from '@/lib/platform/coalesced';
import type { Rpc } from '@/lib/rpc/client';

/** Runs per reading; also how many more "Show older" brings. */
export const RUNS_PAGE = 50;

export interface HistoryDeps<Id extends string> {
  readonly rpc: Pick<Rpc, 'workflow.leave'>;
  readonly readRuns: (id: Id, limit: number) => Promise<readonly RunLine[]>;
  readonly readEntries: (id: Id) => Promise<readonly JournalEntry[]>;
  readonly say: (note: Note) => void;
}

export interface HistoryModel<Id extends string> {
  /** `undefined` until they were read. */
  readonly runs: ReadonlySignal<readonly RunLine[] | undefined>;
  readonly journal: ReadonlySignal<readonly JournalEntry[]>;
  readonly hasMore: ReadonlySignal<boolean>;
  readonly failed: ReadonlySignal<boolean>;
  /** The one that is about to be taken out, once the rep confirms. */
  readonly leaving: ReadonlySignal<WorkflowRunId | undefined>;
  /** Shows the history of this one; `undefined` shows none. */
  readonly open: (id: Id | undefined) => Promise<void>;
  readonly refresh: () => Promise<void>;
  readonly more: () => Promise<void>;
  readonly askToLeave: (id: WorkflowRunId | undefined) => void;
  readonly leave: (run: RunLine) => Promise<void>;
}

/** The runs of one workflow or one contact and what was done to it, the latest first. */
export function createHistoryModel<Id extends string>(deps: HistoryDeps<Id>): HistoryModel<Id> {
  const shown = signal<Id>();
  const limit = signal(RUNS_PAGE);
  const read = signal<readonly RunLine[]>();
  const journal = signal<readonly JournalEntry[]>([]);
  const failed = signal(false);
  const leaving = signal<WorkflowRunId>();

  const refresh = coalesced(async () => {
    const id = shown.peek();
    if (id === undefined) return;
    try {
      const [runs, entries] = await Promise.all([
        deps.readRuns(id, limit.peek() + 1),
        deps.readEntries(id),
      ]);
      if (shown.peek() !== id) return;
      read.value = runs;
      journal.value = entries;
      failed.value = false;
    } catch {
      failed.value = shown.peek() === id;
    }
  });

  return {
    runs: computed(() => read.value?.slice(0, limit.value)),
    journal,
    hasMore: computed(() => (read.value?.length ?? 0) > limit.value),
    failed,
    leaving,
    refresh,
    open: async (id) => {
      if (id === shown.peek()) return;
      shown.value = id;
      read.value = undefined;
      journal.value = [];
      failed.value = false;
      leaving.value = undefined;
      limit.value = RUNS_PAGE;
      await refresh();
    },
    more: () => {
      limit.value += RUNS_PAGE;
      return refresh();
    },
    askToLeave: (id) => {
      leaving.value = id;
    },
    leave: async (run) => {
      leaving.value = undefined;
      try {
        await deps.rpc['workflow.leave']({ runId: run.id });
        const text = t('workflows.left', [run.contactName, run.workflowName]);
        deps.say({ tone: 'good', text });
        await refresh();
      } catch (cause) {
        deps.say(failureNote(cause));
      }
    },
  };
}
