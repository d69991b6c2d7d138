import type { Engine } from '@/lib/engines/engine';
import { nextWake } from '@/lib/store/outbox';
import type { EngineDeps } from './deps';
import { drainOutbox } from './drain-outbox';
import { exitEnrollment } from './exit-enrollment';
import { pauseEnrollment } from './pause-enrollment';
import { restoreEnrollment } from './restore-enrollment';
import { resumeEnrollment } from './resume-enrollment';

/** Only one context sends at a time; the browser frees the lock when that context dies. */
const LOCK = 'sequence-overlay-send';

/** The engine that sends from the rep's own mailbox. Keeps nothing between two calls. */
export function createLocalEngine(deps: EngineDeps): Engine {
  return {
    kind: 'local',
    runDue: (signal) => runDue(deps, signal),
    nextDue: async () => nextWake((await deps.connection.get()).transaction('outbox')),
    exit: (id, reason) => exitEnrollment(deps, id, reason),
    pause: (id) => pauseEnrollment(deps, id),
    resume: (id) => resumeEnrollment(deps, id),
    restore: (id) => restoreEnrollment(deps, id),
  };
}

async function runDue(deps: EngineDeps, signal: AbortSignal): Promise<void> {
  try {
    await deps.locks.request(LOCK, { signal }, () => drainOutbox(deps, signal));
  } catch (cause) {
    if (!signal.aborted) throw cause;
  }
}
