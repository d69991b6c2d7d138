import type { Mailbox } from '@/lib/mailboxes/mailbox';
import { type GmailAccess, gmailRequest } from './gmail-request';
import { sentSchema } from './gmail-schema';
import { hasDraft } from './has-draft';
import { readMessageId } from './read-message-id';

/**
 * Sends a draft, once. The draft id is the fencing token: after a send it exists no more and Gmail
 * answers 404. Any failure but `gone` and a refusal leaves open whether the message left.
 */
export function sendDraft(access: GmailAccess): Mailbox['sendDraft'] {
  const readId = readMessageId(access);
  const ask = hasDraft(access);
  return async (draftId, signal) => {
    const result = await gmailRequest(
      access,
      { method: 'POST', path: 'drafts/send', body: { id: draftId }, answer: sentSchema },
      signal,
    );
    if (result.kind === 'notFound') return { kind: 'gone' };
    if (result.kind === 'refused') {
      // Reports differ on whether a second send is a 404 or a 400; a 400 also means a bad recipient.
      const there = await ask(draftId, signal);
      return there.kind === 'ok' && !there.value ? { kind: 'gone' } : result;
    }
    if (result.kind !== 'ok') return result;

    const { id: messageId, threadId } = result.value;
    // The message has left: nothing that goes wrong from here on, not even an abort, may hide that.
    const header = await readId(messageId, signal).catch(() => undefined);
    const messageIdHeader = header?.kind === 'ok' ? header.value : undefined;
    return {
      kind: 'ok',
      value: { messageId, threadId, ...(messageIdHeader !== undefined && { messageIdHeader }) },
    };
  };
}
