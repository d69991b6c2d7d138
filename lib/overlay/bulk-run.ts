import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { BulkProgress } from '@/lib/rpc/bulk-views';
import type { Rpc } from '@/lib/rpc/client';
import type { FailureCode } from '@/lib/rpc/failure';
import { failureCode } from '@/lib/rpc/failure-code';
import { SECOND } from '@/lib/time/instant';

export interface BulkRunDeps {
  readonly rpc: Pick<Rpc, 'bulk.status' | 'bulk.cancel' | 'bulk.recall' | 'bulk.forget'>;
  /** Nobody looks at a hidden tab, and the worker goes on without being asked. */
  readonly isHidden: () => boolean;
  readonly signal: AbortSignal;
}

/** The bulk that this tab started last. The worker runs it; here is what is known of it. */
export interface BulkRun {
  readonly progress: ReadonlySignal<BulkProgress | undefined>;
  readonly failure: ReadonlySignal<FailureCode | undefined>;
  readonly isCanceling: ReadonlySignal<boolean>;
  /** What this tab had started before the page was loaded anew. */
  readonly recall: () => Promise<void>;
  readonly begin: (runId: string) => Promise<void>;
  readonly refresh: () => Promise<void>;
  readonly cancel: () => Promise<void>;
  /** Its report has been seen. */
  readonly dismiss: () => void;
}

/** Pushes say that something has changed; this is for the push that gets lost. */
const POLL_MS = 2 * SECOND;

export function createBulkRun({ rpc, isHidden, signal: life }: BulkRunDeps): BulkRun {
  const progress = signal<BulkProgress>();
  const failure = signal<FailureCode>();
  const canceling = signal<string>();
  let runId: string | undefined;
  let newest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const ask = async (question: () => Promise<BulkProgress | null>) => {
    const number = ++newest;
    clearTimeout(timer);
    try {
      const answer = await question();
      if (number !== newest || life.aborted) return;
      failure.value = undefined;
      runId = answer?.runId;
      progress.value = answer ?? undefined;
    } catch (cause) {
      if (number !== newest || life.aborted) return;
      failure.value = failureCode(cause);
    }
    const isOver = progress.peek()?.state !== 'running' && failure.peek() === undefined;
    if (runId !== undefined && !isOver && failure.peek() !== 'orphaned') wait();
  };
  const wait = () => {
    timer = setTimeout(() => (isHidden() ? wait() : void refresh()), POLL_MS);
  };
  const refresh = async () => {
    const id = runId;
    if (id !== undefined) await ask(() => rpc['bulk.status']({ runId: id }));
  };
  life.addEventListener('abort', () => clearTimeout(timer), { once: true });

  return {
    progress,
    failure,
    isCanceling: computed(
      () => progress.value?.state === 'running' && canceling.value === progress.value.runId,
    ),
    refresh,
    // Without an answer nothing is lost but the view: the run itself is the worker's.
    recall: async () => {
      await ask(() => rpc['bulk.recall']({}));
      if (runId === undefined) failure.value = undefined;
    },
    begin: (id) => {
      runId = id;
      return refresh();
    },
    cancel: async () => {
      const id = runId;
      if (id === undefined) return;
      canceling.value = id;
      try {
        await rpc['bulk.cancel']({ runId: id });
      } catch (cause) {
        canceling.value = undefined;
        failure.value = failureCode(cause);
      }
      await refresh();
    },
    dismiss: () => {
      newest += 1;
      clearTimeout(timer);
      runId = undefined;
      progress.value = undefined;
      failure.value = undefined;
      // What is not forgotten is shown once more after a reload, and no more than that.
      rpc['bulk.forget']({}).catch(() => undefined);
    },
  };
}
