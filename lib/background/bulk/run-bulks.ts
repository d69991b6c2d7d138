import type { WorkerDeps } from '@/lib/background/deps';
import { CorruptRow } from '@/lib/store/parse-row';
import { type BatchDone, runBulkBatch } from './run-bulk-batch';
import { skipBulkItem } from './skip-bulk-item';

/** Only one context works at a time; the browser frees the lock when that context dies. */
const LOCK = 'sequence-overlay-bulk';
/** Long enough to be quick, short enough that a click in between is answered at once. */
const BATCH = 25;

export type BulkDeps = WorkerDeps & { readonly locks: LockManager };

/**
 * Works on every bulk that is not over, batch by batch, until there is none. Safe to call at any
 * time: what is done is on disk, and whoever comes next goes on from there.
 */
export async function runBulks(deps: BulkDeps, signal: AbortSignal): Promise<void> {
  try {
    await deps.locks.request(LOCK, { signal }, () => drain(deps, signal));
  } catch (cause) {
    if (!signal.aborted) throw cause;
  }
}

async function drain(deps: BulkDeps, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const done = await runBatch(deps);
    if (done.kind === 'idle') return;
    deps.changed();
    if (done.dueAt !== undefined) await deps.wake.at(done.dueAt);
    // Messages that arrived meanwhile are answered between two batches.
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** One item that cannot be worked on is named and left out; the others do not wait for it. */
async function runBatch(deps: BulkDeps): Promise<BatchDone> {
  try {
    return await runBulkBatch(deps, BATCH);
  } catch (cause) {
    if (!isOfOneItem(cause)) throw cause;
  }
  try {
    return await runBulkBatch(deps, 1);
  } catch (cause) {
    if (!isOfOneItem(cause)) throw cause;
    deps.log.unexpected('runBulks', cause);
    await skipBulkItem(deps);
    return { kind: 'done' };
  }
}

/** A record that cannot be read or written; everything else may be the database's and will pass. */
function isOfOneItem(cause: unknown): boolean {
  if (cause instanceof CorruptRow) return true;
  return cause instanceof DOMException && cause.name === 'ConstraintError';
}
