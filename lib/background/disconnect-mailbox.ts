import type { SenderId } from '@/lib/domain/ids';
import { revoke } from '@/lib/mailboxes/gmail/oauth/revoke';
import { appendJournal } from '@/lib/store/journal';
import { getSender, putSender } from '@/lib/store/senders';
import type { WorkerDeps } from './deps';
import type { GmailAccessDeps } from './gmail-access';

/**
 * Forgets the tokens of a mailbox and tells Google to do the same. The sender stays, as `expired`:
 * its running enrollments wait for it and are never lost.
 */
export async function disconnectMailbox(
  deps: WorkerDeps & GmailAccessDeps,
  id: SenderId,
  signal: AbortSignal,
): Promise<void> {
  const tx = (await deps.connection.get()).transaction(['senders', 'journal'], 'readwrite');
  const sender = await getSender(tx, id);
  if (sender === undefined) return;
  await putSender(tx, { ...sender, connection: 'expired' });
  await appendJournal(tx, {
    at: deps.clock.now(),
    code: 'mailboxDisconnected',
    actor: 'person',
    senderId: id,
    params: {},
  });
  await tx.done;
  const token = await deps.vault.readRefresh(sender.address);
  await deps.vault.clear(sender.address);
  deps.changed();
  // Best effort: without a connection, Google's account page is where the rep can still do it.
  if (token !== undefined) await revoke(deps.fetch, token, signal);
}
