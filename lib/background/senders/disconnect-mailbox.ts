import type { WorkerDeps } from '@/lib/background/deps';
import type { SenderId } from '@/lib/domain/ids';
import { providerOf } from '@/lib/mailboxes/registry';
import { appendJournal } from '@/lib/store/journal';
import { getSender, putSender } from '@/lib/store/senders';
import type { MailboxAccessDeps } from './mailbox-access';

/**
 * Forgets the tokens of a mailbox and tells the provider to do the same, if it takes
 * that (Microsoft has no way to give back a single grant). The sender stays, as `expired`:
 * its running enrollments wait for it and are never lost.
 */
export async function disconnectMailbox(
  deps: WorkerDeps & MailboxAccessDeps,
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
  const provider = providerOf(sender.kind);
  if (provider === undefined) return deps.changed();
  const account = provider.account(sender.address);
  const token = await deps.vault.readRefresh(account);
  await deps.vault.clear(account);
  deps.changed();
  // Best effort: without a connection, the provider's account page is where the rep can still do it.
  if (token !== undefined) await provider.revoke?.(deps.fetch, token, signal);
}
