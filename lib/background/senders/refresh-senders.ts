import type { WorkerDeps } from '@/lib/background/deps';
import type { Sender } from '@/lib/domain/sender/sender';
import type { MailboxFailure, MailboxProfile } from '@/lib/mailboxes/mailbox';
import { getSender, listSenders, putSender } from '@/lib/store/senders';
import { DAY, HOUR, type Instant } from '@/lib/time/instant';
import { noteConnection } from './note-connection';
import { sendAddresses } from './send-addresses';

const REFRESH_EVERY = DAY;
/** A mailbox that could not be read is asked again after this long. */
const ASK_AGAIN = HOUR;

type RefreshDeps = Pick<WorkerDeps, 'connection' | 'clock' | 'changed' | 'mailboxOf'>;

/**
 * Reads once a day which addresses each connected mailbox may send from, and their signatures: the
 * rep changes them in their mail program and expects the next email to know.
 */
export async function refreshSenders(deps: RefreshDeps, signal: AbortSignal): Promise<void> {
  const now = deps.clock.now();
  const senders = await listSenders((await deps.connection.get()).transaction('senders'));
  for (const sender of senders.filter((one) => isStale(one, now))) {
    const profile = await deps.mailboxOf(sender).profile(signal);
    if (profile.kind !== 'ok') await noteConnection(deps, sender, profile);
    await keep(deps, sender, profile.kind === 'ok' ? profile.value : profile);
  }
}

function isStale({ kind, connection, profileAt = 0 }: Sender, now: Instant): boolean {
  return kind !== 'compose' && connection === 'connected' && now - profileAt >= REFRESH_EVERY;
}

async function keep(
  { connection, clock }: RefreshDeps,
  { id }: Sender,
  found: MailboxProfile | MailboxFailure,
): Promise<void> {
  const now = clock.now();
  const tx = (await connection.get()).transaction('senders', 'readwrite');
  const sender = await getSender(tx, id);
  if (sender === undefined) return;
  const isRead = 'address' in found && found.address === sender.address;
  await putSender(tx, {
    ...sender,
    ...(isRead && { addresses: sendAddresses(found, sender) }),
    profileAt: isRead ? now : now - REFRESH_EVERY + ASK_AGAIN,
  });
  await tx.done;
}
