import { finishCatchUp } from '@/lib/background/time/finish-catch-up';
import { type Known, noteTime } from '@/lib/background/time/note-time';
import type { Sender } from '@/lib/domain/sender/sender';
import type { MailboxFailure } from '@/lib/mailboxes/mailbox';
import { isAnyoneHeld } from '@/lib/store/claims';
import { nextWake } from '@/lib/store/outbox';
import { listSenders } from '@/lib/store/senders';
import { readStanding } from '@/lib/store/standing';
import { type Instant, MINUTE } from '@/lib/time/instant';
import type { WorkerDeps } from './deps';

/** Answers are looked for at least this often while anything is running. */
const READ_EVERY = MINUTE;

type SendDeps = WorkerDeps & {
  readonly readMail: (sender: Sender, signal: AbortSignal) => Promise<MailboxFailure | undefined>;
};

/**
 * One wake of the worker: send what is due, look for answers, and make sure of the next wake. Safe
 * to run at any time; all it knows is in the database. Mostly there is nothing to do, which it sees
 * in one transaction.
 */
export async function sendDue(
  deps: SendDeps,
  signal: AbortSignal,
  options: { readonly readAll: boolean } = { readAll: false },
): Promise<void> {
  const { engine, clock } = deps;
  const read = async (senders: readonly Sender[]) => {
    for (const sender of senders) await deps.readMail(sender, signal);
    return senders.length > 0;
  };
  let look = await lookAround(deps);
  const passed = await noteTime(deps, look);
  const isBack = passed.kind !== 'steady';
  if (isBack) look = await lookAround(deps);
  // After a long absence, answers come first: they end what would be sent.
  const hasRead = isBack && (await read(unreadOf(look, clock.now(), { readAll: false })));
  const isDue = look.next !== undefined && look.next <= clock.now();
  if (isDue) await engine.runDue(signal);
  if (hasRead || isDue) look = await lookAround(deps);
  const hasReadMore = await read(unreadOf(look, clock.now(), options));
  const next = hasReadMore ? await engine.nextDue() : look.next;
  if (next !== undefined) await deps.wake.at(next);
  if (passed.catchingUp) await finishCatchUp(deps, next);
}

interface Look extends Known {
  /** When something is due; never while everything is paused. */
  readonly next: Instant | undefined;
  readonly senders: readonly Sender[];
  readonly isAnyoneInside: boolean;
}

async function lookAround({ connection }: Pick<WorkerDeps, 'connection'>): Promise<Look> {
  const database = await connection.get();
  const tx = database.transaction(['outbox', 'senders', 'claims', 'meta']);
  const [next, senders, inside, standing] = await Promise.all([
    nextWake(tx),
    listSenders(tx),
    isAnyoneHeld(tx),
    readStanding(tx),
  ]);
  return {
    next: standing.pausedAll === undefined ? next : undefined,
    senders,
    isAnyoneInside: inside,
    lastSeen: standing.lastSeen,
    catchUp: standing.catchUp,
  };
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
