import type { OutboxRow } from '@/lib/domain/enrollment/outbox-row';
import type { SenderId } from '@/lib/domain/ids';
import type { Sender } from '@/lib/domain/sender/sender';
import type { MailboxFailure } from '@/lib/mailboxes/mailbox';
import { wakingBatch } from '@/lib/store/outbox';
import { CorruptRow } from '@/lib/store/parse-row';
import { poisonCodeOf } from '@/lib/store/poison-code';
import { getSender } from '@/lib/store/senders';
import { readPausedAll } from '@/lib/store/standing';
import { retryRow } from './defer-row';
import { deliver } from './deliver';
import type { EngineDeps } from './deps';
import { parkRow } from './park-row';
import { retryReasonOf } from './retry-later';
import { MOST_UNEXPECTED } from './retry-schedule';
import { runTaskStep } from './run-task-step';
import { settleFailed } from './settle-failed';

/** Rows per look at the outbox; there is another look while there are more. */
const BATCH = 20;

/** So often at most a row has its turn while the queue is worked through once. */
const TURNS = 3;

/** What is known of the senders' mailboxes while the queue is worked through once. */
interface Drain {
  readonly deps: EngineDeps;
  readonly signal: AbortSignal;
  /** Whose mailbox was read; `undefined` when it could be. Nobody asks it again for every row. */
  readonly mail: Map<SenderId, MailboxFailure | undefined>;
}

/**
 * Works on everything that is due: whatever becomes of one row, the queue moves on, and comes to an
 * end.
 */
export async function drainOutbox(deps: EngineDeps, signal: AbortSignal): Promise<void> {
  const drain: Drain = { deps, signal, mail: new Map() };
  const turns = new Map<string, number>();
  const turnsOf = (key: string) => turns.get(key) ?? 0;
  for (let size = BATCH; !signal.aborted; ) {
    const database = await deps.connection.get();
    const now = deps.clock.now();
    const tx = database.transaction(['outbox', 'meta']);
    const [{ rows, corrupt }, pausedSince] = await Promise.all([
      wakingBatch(tx, now, size),
      readPausedAll(tx),
    ]);
    if (pausedSince !== undefined) return;
    for (const key of corrupt) await parkRow(deps, key, 'corruptRow');
    const fresh = rows.filter(({ key }) => turnsOf(key) < TURNS);
    for (const row of fresh) {
      if (signal.aborted) return;
      turns.set(row.key, turnsOf(row.key) + 1);
      await runRow(drain, row);
    }
    if (fresh.length + corrupt.length > 0) size = BATCH;
    // What could not be moved out of the way is looked past.
    else if (rows.length === size) size += BATCH;
    else return;
  }
}

/** One row, and whatever goes wrong with it stays its own. */
async function runRow(drain: Drain, row: OutboxRow): Promise<void> {
  const { deps, signal } = drain;
  try {
    if (row.effect === 'task') return await runTaskStep(deps, row.key);
    const database = await deps.connection.get();
    const sender = await getSender(database.transaction('senders'), row.senderId);
    if (sender === undefined) {
      await settleFailed(deps, row.key, { kind: 'failed', code: 'senderMissing' });
      return;
    }
    if (sender.connection === 'expired' || sender.connection === 'revoked') {
      await retryRow(deps, row.key, sender.connection);
      return;
    }
    const failure = await readOnce(drain, sender);
    if (failure !== undefined) {
      const askedUntil = 'retryAt' in failure ? failure.retryAt : undefined;
      const reason = failure.kind === 'refused' ? 'unavailable' : retryReasonOf(failure);
      await retryRow(deps, row.key, reason, askedUntil);
      return;
    }
    await deliver(deps, deps.mailboxOf(sender), row.key, signal);
  } catch (cause) {
    await setAside(drain, row, cause);
    deps.report('runRow', cause);
  }
}

/** A mailbox whose mail cannot be read is no fault of the rows that wait for it. */
async function readOnce({ deps, signal, mail }: Drain, sender: Sender) {
  if (mail.has(sender.id)) return mail.get(sender.id);
  let failure: MailboxFailure | undefined;
  try {
    failure = await deps.readMail(sender, signal);
  } catch (cause) {
    deps.report('readMail', cause);
    failure = { kind: 'unavailable' };
  }
  mail.set(sender.id, failure);
  return failure;
}

/** Not understood: tried again later, and parked with its error when that changes nothing. */
async function setAside({ deps }: Drain, row: OutboxRow, cause: unknown): Promise<void> {
  const code = poisonCodeOf(cause);
  // The disk's fault, which will pass.
  if (code === undefined) return retryRow(deps, row.key, 'unavailable');
  const before = row.retry?.after === 'unexpected' ? row.retry.count : 0;
  const isHopeless = cause instanceof CorruptRow || before + 1 >= MOST_UNEXPECTED;
  await (isHopeless ? parkRow(deps, row.key, code) : retryRow(deps, row.key, 'unexpected'));
}
