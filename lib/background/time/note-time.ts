import type { WorkerDeps } from '@/lib/background/deps';
import { lastLine } from '@/lib/store/journal';
import type { CatchUp } from '@/lib/store/schema';
import { putCatchUp, putLastSeen, readCatchUp, readLastSeen } from '@/lib/store/standing';
import { writeAtOnce } from '@/lib/store/write-at-once';
import { HOUR, type Instant, MINUTE } from '@/lib/time/instant';
import { settleClock } from './settle-clock';

/** Nobody was awake for so long: what happens next is a catch-up, and is told. */
export const GAP = 2 * HOUR;
/** How exactly it is known when the worker was last awake; a tick with nothing to do writes nothing. */
const SEEN_EVERY = 5 * MINUTE;
/** Clocks are put right by seconds all the time. */
const BACK = MINUTE;

/** What became of the time since the worker was last awake. */
export type TimePassed = {
  /** `gap`: the computer slept or the browser was closed. `back`: the clock was put back. */
  readonly kind: 'steady' | 'gap' | 'back';
  /** A catch-up has begun and is to be counted, see `finishCatchUp`. */
  readonly catchingUp: boolean;
};

/** What is on disk about the time before. */
export interface Known {
  /** When the worker was last known to be awake. */
  readonly lastSeen: Instant | undefined;
  readonly catchUp: CatchUp | undefined;
}

/** Compares the clock with when the worker was last awake, which is on disk: a worker remembers nothing. */
export async function noteTime(
  deps: Pick<WorkerDeps, 'connection' | 'clock' | 'wake' | 'changed'>,
  known: Known,
): Promise<TimePassed> {
  const now = deps.clock.now();
  const { lastSeen = now - SEEN_EVERY, catchUp } = known;
  if (now < lastSeen - BACK) {
    await settleClock(deps, { now, lastSeen });
    return { kind: 'back', catchingUp: catchUp?.isOpen ?? false };
  }
  if (now - lastSeen >= GAP) {
    await beginCatchUp(deps, { now, lastSeen });
    return { kind: 'gap', catchingUp: true };
  }
  if (now - lastSeen >= SEEN_EVERY) {
    await writeAtOnce(await deps.connection.get(), ['meta'], (tx) => putLastSeen(tx, now));
  }
  return { kind: 'steady', catchingUp: catchUp?.isOpen ?? false };
}

async function beginCatchUp(
  { connection }: Pick<WorkerDeps, 'connection'>,
  { now, lastSeen }: { readonly now: Instant; readonly lastSeen: Instant },
): Promise<void> {
  await writeAtOnce(await connection.get(), ['meta', 'journal'], async (tx) => {
    // Two wakes may find the same gap.
    if ((await readLastSeen(tx)) !== lastSeen) return;
    const [unseen, afterLine] = await Promise.all([readCatchUp(tx), lastLine(tx)]);
    // What the rep has not seen yet is told together.
    const since = unseen?.since ?? lastSeen;
    const before = unseen?.done;
    await putCatchUp(tx, {
      since,
      began: now,
      afterLine,
      isOpen: true,
      ...(before && { done: before }),
    });
    await putLastSeen(tx, now);
  });
}
