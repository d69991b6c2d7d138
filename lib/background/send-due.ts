import type { Sender } from '@/lib/domain/sender/sender';
import type { MailboxFailure } from '@/lib/mailboxes/mailbox';
import { isAnyoneHeld } from '@/lib/store/claims';
import { nextWake } from '@/lib/store/outbox';
import { listSenders } from '@/lib/store/senders';
import { type Instant, MINUTE } from '@/lib/time/instant';
import type { WorkerDeps } from './deps';

/** Answers are looked for at least this often while anything is running. */
const READ_EVERY = MINUTE;

/**
 * One wake of the worker: send what is due, look for answers, and make sure of the next wake. Safe
 * to run at any time; all it knows is in the database. Mostly there is nothing to do, which it sees
 * in one transaction.
 */
export async function sendDue(
  deps: WorkerDeps & {
    readonly readMail: (sender: Sender, signal: AbortSignal) => Promise<MailboxFailure | undefined>;
  },
  signal: AbortSignal,
  options: { readonly readAll: boolean } = { readAll: false },
): Promise<void> {
  const { engine, clock, readMail } = deps;
  let look = await lookAround(deps);
  if (look.next !== undefined && look.next <= clock.now()) {
    await engine.runDue(signal);
    look = await lookAround(deps);
  }
  const unread = unreadOf(look, clock.now(), options);
  for (const sender of unread) await readMail(sender, signal);
  const next = unread.length > 0 ? await engine.nextDue() : look.next;
  if (next !== undefined) await deps.wake.at(next);
}

interface Look {
  /** When something is due. */
  readonly next: Instant | undefined;
  readonly senders: readonly Sender[];
  readonly isAnyoneInside: boolean;
}

async function lookAround({ connection }: Pick<WorkerDeps, 'connection'>): Promise<Look> {
  const database = await connection.get();
  const tx = database.transaction(['outbox', 'senders', 'claims']);
  const [next, senders, inside] = await Promise.all([
    nextWake(tx),
    listSenders(tx),
    isAnyoneHeld(tx),
  ]);
  return { next, senders, isAnyoneInside: inside };
}

function unreadOf(
  look: Look,
  now: Instant,
  { readAll }: { readonly readAll: boolean },
): readonly Sender[] {
  if (!readAll && !look.isAnyoneInside) return [];
  return look.senders.filter(
    ({ connection, polledAt }) =>
      (connection === 'connected' || connection === 'offline') &&
      (readAll || now - (polledAt ?? 0) >= READ_EVERY),
  );
}
