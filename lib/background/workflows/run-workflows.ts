import type { WorkerDeps } from '@/lib/background/deps';
import { poisonCodeOf } from '@/lib/store/poison-code';
import { noteProblems } from './note-problems';
import { parkEvent, parkReleased, parkRun, parkScan } from './park-row';
import { takeEvents } from './take-events';
import { takeReleased } from './take-released';
import { takeRuns } from './take-runs';
import { takeScans } from './take-scans';
import type { Batch, Taken } from './taken';
import { createWorkflowLibrary, type WorkflowLibrary } from './workflow-library';
import { isWorkDue, nextWorkflowDue, WORK_STORES } from './workflow-work';

/** Only one context works at a time; the browser frees the lock when that context dies. */
const LOCK = 'sequence-overlay-workflows';
/** Long enough to be quick, short enough that a click in between is answered at once. */
const BATCH = 25;
/** Most contacts of a scan match nothing, and cost little. */
const SCAN_BATCH = 100;

export type WorkflowDeps = Omit<WorkerDeps, 'engine' | 'mailboxOf'> & {
  readonly locks: LockManager;
};

/** One kind of work: its batch, its size, and how a row is put aside that cannot be worked on. */
interface Taker {
  readonly what: string;
  readonly size: number;
  readonly take: (batch: Batch) => Promise<Taken>;
  readonly park: (poison: Parameters<typeof parkEvent>[0]) => Promise<void>;
}

const TAKERS: readonly Taker[] = [
  { what: 'workflowEvents', size: BATCH, take: takeEvents, park: parkEvent },
  { what: 'workflowRuns', size: BATCH, take: takeRuns, park: parkRun },
  { what: 'workflowScans', size: SCAN_BATCH, take: takeScans, park: parkScan },
  { what: 'workflowReleased', size: BATCH, take: takeReleased, park: parkReleased },
];

/**
 * Does everything that workflows have to do now, batch by batch, until there is nothing, and makes
 * sure of the next wake. Safe to call at any time: what is done is on disk, and whoever comes next
 * goes on from there.
 */
export async function runWorkflows(deps: WorkflowDeps, signal: AbortSignal): Promise<void> {
  try {
    await deps.locks.request(LOCK, { signal }, () => drain(deps, signal));
  } catch (cause) {
    if (!signal.aborted) throw cause;
  }
}

async function drain(deps: WorkflowDeps, signal: AbortSignal): Promise<void> {
  const library = createWorkflowLibrary(deps.log);
  if (await noteProblems(await batchOf(deps, library, 0))) deps.changed();
  while (!signal.aborted && (await hasWork(deps))) {
    for (const taker of TAKERS) {
      const taken = await takeSafely(deps, library, taker);
      if (taken.kind === 'idle') continue;
      if (taken.changed) deps.changed();
      if (taken.dueAt !== undefined) await deps.wake.at(taken.dueAt);
      // Messages that arrived meanwhile are answered between two batches.
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
  if (signal.aborted) return;
  const next = await nextWorkflowDue((await deps.connection.get()).transaction([...WORK_STORES]));
  if (next !== undefined) await deps.wake.at(next);
}

async function hasWork({ connection, clock }: WorkflowDeps): Promise<boolean> {
  return isWorkDue((await connection.get()).transaction([...WORK_STORES]), clock.now());
}

/** One row that cannot be worked on is named and put aside; the others do not wait for it. */
async function takeSafely(
  deps: WorkflowDeps,
  library: WorkflowLibrary,
  { what, size, take, park }: Taker,
): Promise<Taken> {
  try {
    return await take(await batchOf(deps, library, size));
  } catch (cause) {
    if (poisonCodeOf(cause) === undefined) throw cause;
  }
  const one = await batchOf(deps, library, 1);
  try {
    return await take(one);
  } catch (cause) {
    const code = poisonCodeOf(cause);
    if (code === undefined) throw cause;
    deps.log.unexpected(what, cause);
    await park({ ...one, code });
    return { kind: 'done', changed: true };
  }
}

async function batchOf(deps: WorkflowDeps, library: WorkflowLibrary, size: number): Promise<Batch> {
  const settings = await deps.settings();
  const database = await deps.connection.get();
  return { database, library, settings, ids: deps.ids, now: deps.clock.now(), size };
}
