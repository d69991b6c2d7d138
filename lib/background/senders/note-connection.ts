import type { WorkerDeps } from '@/lib/background/deps';
import type { Connection, Sender } from '@/lib/domain/sender/sender';
import type { MailboxFailure } from '@/lib/mailboxes/mailbox';
import { appendJournal } from '@/lib/store/journal';
import { getSender, putSender } from '@/lib/store/senders';

/** Keeps what a call to the mailbox says about its connection, if that has changed. */
export async function noteConnection(
  { connection, clock, changed }: Pick<WorkerDeps, 'connection' | 'clock' | 'changed'>,
  { id }: Sender,
  failure: MailboxFailure | undefined,
): Promise<void> {
  const state = stateAfter(failure);
  if (state === undefined) return;
  const tx = (await connection.get()).transaction(['senders', 'journal'], 'readwrite');
  const sender = await getSender(tx, id);
  if (sender === undefined || sender.connection === state) return;
  await putSender(tx, { ...sender, connection: state });
  if (state === 'expired' || state === 'revoked') {
    await appendJournal(tx, {
      at: clock.now(),
      code: 'mailboxLost',
      actor: 'engine',
      senderId: id,
      params: { reason: state },
    });
  }
  await tx.done;
  changed();
}

/** Being throttled, or a provider that is down, says nothing about our connection to it. */
function stateAfter(failure: MailboxFailure | undefined): Connection | undefined {
  switch (failure?.kind) {
    case undefined:
      return 'connected';
    case 'expired':
    case 'revoked':
    case 'offline':
      return failure.kind;
    case 'throttled':
    case 'unavailable':
    case 'refused':
      return undefined;
  }
}
