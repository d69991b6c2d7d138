import type { Engine } from '@/lib/engines/engine';
import { nextWake } from '@/lib/store/outbox';
import { readPausedAll } from '@/lib/store/standing';
import type { Instant } from '@/lib/time/instant';
import type { EngineDeps } from './deps';
import { drainOutbox } from './drain-outbox';
import { exitEnrollment } from './exit-enrollment';
import { pauseEnrollment } from './pause-enrollment';
import { restoreEnrollment } from './restore-enrollment';
import { resumeEnrollment } from './resume-enrollment';
import { retryParked } from './retry-parked';
import { skipNextStep } from './skip-next-step';

/** Only one context sends at a time; the browser frees the lock when that context dies. */
const LOCK = 'sequence-overlay-send';

/** The engine that sends from the rep's own mailbox. Keeps nothing between two calls. */
export function createLocalEngine(deps: EngineDeps): Engine {
  return {
    kind: 'local',
    runDue: (signal) => runDue(deps, signal),
    nextDue: () => nextDue(deps),
    exit: (id, reason) => exitEnrollment(deps, id, reason),
    pause: (id) => pauseEnrollment(deps, id),
    resume: (id) => resumeEnrollment(deps, id),
    restore: (id) => restoreEnrollment(deps, id),
    skip: (id) => skipNextStep(deps, id),
    retry: (key) => retryParked(deps, key),
  };
}

async function runDue(deps: EngineDeps, signal: AbortSignal): Promise<void> {
  try {
    await deps.locks.request(LOCK, { signal }, () => drainOutbox(deps, signal));
  } catch (cause) {
    if (!signal.aborted) throw cause;
  }
}

/** While everything is paused nothing is due, however much waits. */
async function nextDue({ connection }: EngineDeps): Promise<Instant | undefined> {
  const tx = (await connection.get()).transaction(['outbox', 'meta']);
  const [next, pausedSince] = await Promise.all([nextWake(tx), readPausedAll(tx)]);
  return pausedSince === undefined ? next : undefined;
}
