import type { OutboxRow } from '@/lib/domain/enrollment/outbox-row';
import type { Engine } from '@/lib/engines/engine';
import { nextWake, wakingRows } from '@/lib/store/outbox';
import { getSender } from '@/lib/store/senders';
import { backoff } from './backoff';
import { deferRow } from './defer-row';
import { deliver } from './deliver';
import type { EngineDeps } from './deps';
import { exitEnrollment } from './exit-enrollment';
import { pauseEnrollment } from './pause-enrollment';
import { restoreEnrollment } from './restore-enrollment';
import { resumeEnrollment } from './resume-enrollment';
import { runTaskStep } from './run-task-step';
import { settleFailed } from './settle-failed';
import { RECONNECT_PAUSE } from './timing';
import { waitingCodeOf } from './waiting-code';

/** Only one context sends at a time; the browser frees the lock when that context dies. */
const LOCK = 'sequence-overlay-send';
/** Rows per look at the outbox; there is another look while there are more. */
const BATCH = 20;

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
    await deps.locks.request(LOCK, { signal }, () => drain(deps, signal));
  } catch (cause) {
    if (!signal.aborted) throw cause;
  }
}

async function drain(deps: EngineDeps, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const database = await deps.connection.get();
    const rows = await wakingRows(database.transaction('outbox'), deps.clock.now(), BATCH);
    if (rows.length === 0) return;
    for (const row of rows) {
      if (signal.aborted) return;
      await runRow(deps, row, signal);
    }
  }
}

/** One row, and whatever goes wrong with it stays its own: the queue behind it moves on. */
async function runRow(deps: EngineDeps, row: OutboxRow, signal: AbortSignal): Promise<void> {
  const now = deps.clock.now();
  try {
    if (row.effect === 'task') return await runTaskStep(deps, row.key);
    const database = await deps.connection.get();
    const sender = await getSender(database.transaction('senders'), row.senderId);
    if (sender === undefined) {
      await settleFailed(deps, row.key, { kind: 'failed', code: 'senderMissing' });
      return;
    }
    if (sender.connection === 'expired' || sender.connection === 'revoked') {
      await deferRow(deps, row.key, { wakeAt: now + RECONNECT_PAUSE, waiting: sender.connection });
      return;
    }
    const failure = await deps.readMail(sender, signal);
    if (failure !== undefined) {
      const wakeAt = now + backoff(row.attempts + 1, deps.random());
      await deferRow(deps, row.key, { wakeAt, waiting: waitingCodeOf(failure) ?? 'unavailable' });
      return;
    }
    await deliver(deps, deps.mailboxOf(sender), row.key, signal);
  } catch (cause) {
    // Unexpected, so not understood: leave the row as it is on disk and look again later.
    await deferRow(deps, row.key, {
      wakeAt: now + backoff(row.attempts + 1, deps.random()),
      waiting: 'unavailable',
    });
    deps.report('runRow', cause);
  }
}
