import type { Sender } from '@/lib/domain/sender/sender';
import type { MailboxFailure } from '@/lib/mailboxes/mailbox';
import { listSenders } from '@/lib/store/senders';
import { listAllSequences } from '@/lib/store/sequences';
import { MINUTE } from '@/lib/time/instant';
import type { WorkerDeps } from './deps';
import { finishCatchUp } from './finish-catch-up';
import { noteTime } from './note-time';

/** Answers are looked for at least this often while anything is running. */
const READ_EVERY = MINUTE;

type SendDeps = WorkerDeps & {
  readonly readMail: (sender: Sender, signal: AbortSignal) => Promise<MailboxFailure | undefined>;
};

/**
 * One wake of the worker: send what is due, look for answers, and make sure of the next wake. Safe
 * to run at any time; all it knows is in the database.
 */
export async function sendDue(
  deps: SendDeps,
  signal: AbortSignal,
  options: { readonly readAll: boolean } = { readAll: false },
): Promise<void> {
  const passed = await noteTime(deps);
  // After a long absence, answers come first: they end what would be sent.
  if (passed.kind !== 'steady') await readUnread(deps, signal, { readAll: false });
  await deps.engine.runDue(signal);
  await readUnread(deps, signal, options);
  const next = await deps.engine.nextDue();
  if (next !== undefined) await deps.wake.at(next);
  if (passed.catchingUp) await finishCatchUp(deps, next);
}

async function readUnread(
  deps: SendDeps,
  signal: AbortSignal,
  options: { readonly readAll: boolean },
): Promise<void> {
  const tx = (await deps.connection.get()).transaction(['senders', 'sequences']);
  const [senders, heads] = await Promise.all([listSenders(tx), listAllSequences(tx)]);
  const now = deps.clock.now();
  const isRunning = options.readAll || heads.some(({ live }) => live > 0);
  const unread = senders.filter(
    ({ connection, polledAt }) =>
      (connection === 'connected' || connection === 'offline') &&
      (options.readAll || now - (polledAt ?? 0) >= READ_EVERY),
  );
  if (isRunning) for (const sender of unread) await deps.readMail(sender, signal);
}
