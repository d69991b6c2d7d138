import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { BulkAction, BulkView } from '@/components/options/bulk-view';
import type { Note } from '@/components/options/note';
import type { EnrollmentId } from '@/lib/domain/ids';
import { t } from '@/lib/i18n/t';
import { coalesced } from '@/lib/platform/coalesced';
import type { TabMemory } from '@/lib/platform/tab-memory';
import type { BulkProgress, BulkStarted } from '@/lib/rpc/bulk-views';
import type { Rpc } from '@/lib/rpc/client';
import type { Clock } from '@/lib/time/clock';
import { SECOND } from '@/lib/time/instant';
import { type BulkRun, readBulkRun } from './bulk-run';
import { bulkViewOf } from './bulk-view-of';
import { failureNote } from './failure-note';

export interface BulkDeps {
  readonly rpc: Pick<Rpc, 'bulk.change' | 'bulk.status' | 'bulk.cancel' | 'bulk.restore'>;
  readonly memory: TabMemory;
  readonly clock: Clock;
  readonly say: (note: Note) => void;
  /** Rows have changed. */
  readonly changed: () => Promise<void>;
}

export interface BulkModel {
  /** The last change of many, until it is dismissed. */
  readonly view: ReadonlySignal<BulkView | undefined>;
  readonly running: ReadonlySignal<boolean>;
  readonly change: (action: BulkAction, ids: readonly EnrollmentId[]) => Promise<void>;
  readonly cancel: () => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly dismiss: () => void;
  readonly refresh: () => Promise<void>;
  /** Follows a run that is on its way, also one that was begun before a reload. */
  readonly start: (stop: AbortSignal) => void;
}

const KEY = 'bulk';
const ASK_EVERY = SECOND / 2;
/** As long as every single change can be taken back, counted from the end of the last one. */
const UNDO_FOR = 10 * SECOND;

/** Unenrolling, pausing or resuming many: the worker does it, here is shown how far it is. */
export function createBulkModel(deps: BulkDeps): BulkModel {
  const { rpc, memory, clock, say } = deps;
  const run = signal<BulkRun | undefined>(readBulkRun(memory.read(KEY)));
  const progress = signal<BulkProgress>();
  const now = signal(clock.now());
  const running = computed(
    () => run.value !== undefined && (progress.value?.state ?? 'running') === 'running',
  );
  const canUndo = computed(() => (run.value?.undoUntil ?? 0) > now.value);

  const follow = (next: BulkRun | undefined) => {
    progress.value = undefined;
    keep(next);
  };
  const keep = (next: BulkRun | undefined) => {
    run.value = next;
    if (next === undefined) memory.forget(KEY);
    else memory.write(KEY, next);
  };
  const ask = async (runId: string) => {
    const answer = await rpc['bulk.status']({ runId });
    const current = run.peek();
    if (current?.runId !== runId) return;
    if (answer === null) return follow(undefined);
    progress.value = answer;
    now.value = clock.now();
    const isNew = current.action !== 'restore' && current.undoUntil === undefined;
    if (answer.state !== 'running' && isNew) {
      keep({ ...current, undoUntil: now.peek() + UNDO_FOR });
    }
    await deps.changed();
  };
  // The next asking comes by itself; only a click deserves an answer of its own.
  const refresh = coalesced(async () => {
    const { runId } = run.peek() ?? {};
    if (runId !== undefined && (running.peek() || progress.peek() === undefined)) {
      await ask(runId).catch(() => undefined);
    }
  });
  const begin = async (action: BulkView['action'], total: number, ask: Promise<BulkStarted>) => {
    const outcome = await ask.catch((cause: unknown) => {
      say(failureNote(cause));
    });
    if (outcome === undefined) return;
    if (outcome.kind === 'refused') return say({ tone: 'bad', text: t('options.bulk.refused') });
    follow({ runId: outcome.runId, action, total });
    await refresh();
  };

  return {
    view: computed(() => bulkViewOf(run.value, progress.value, now.value)),
    running,
    refresh,
    change: (action, ids) =>
      begin(action, ids.length, rpc['bulk.change']({ action, enrollmentIds: [...ids] })),
    cancel: async () => {
      const { runId } = run.peek() ?? {};
      if (runId === undefined) return;
      await rpc['bulk.cancel']({ runId }).catch((cause: unknown) => say(failureNote(cause)));
      await refresh();
    },
    undo: async () => {
      const { runId, total = 0 } = run.peek() ?? {};
      if (runId === undefined || !canUndo.peek()) return;
      await begin('restore', progress.peek()?.done ?? total, rpc['bulk.restore']({ runId }));
    },
    dismiss: () => follow(undefined),
    start: (stop) => {
      const dispose = effect(() => {
        if (!running.value && !canUndo.value) return;
        const timer = setInterval(() => {
          now.value = clock.now();
          void refresh();
        }, ASK_EVERY);
        return () => clearInterval(timer);
      });
      stop.addEventListener('abort', dispose, { once: true });
      void refresh();
    },
  };
}
