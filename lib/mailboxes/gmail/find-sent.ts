import { asciiAddress } from '@/lib/domain/message/ascii-address';
import { messageIdsIn } from '@/lib/domain/message/message-id';
import type { Mailbox, SentMessage } from '@/lib/mailboxes/mailbox';
import { HOUR, SECOND } from '@/lib/time/instant';
import { findByKey } from './find-by-key';
import { type GmailAccess, gmailRequest } from './gmail-request';
import { type GmailMessage, messageListSchema } from './gmail-schema';
import { headersOf } from './read-message';

/** Gmail's clock and the machine's need not agree. */
const OVERLAP = HOUR;
/** Emails to one address since the row began to send; there should be one. */
const LOOKED_AT = '100';

/** Looks through what was sent to an address lately for the message that carries our key. */
export function findSent(access: GmailAccess): Mailbox['findSent'] {
  return async ({ key, to, since }, signal) => {
    const after = Math.floor((since - OVERLAP) / SECOND);
    const list = await gmailRequest(
      access,
      {
        path: 'messages',
        query: {
          labelIds: 'SENT',
          q: `to:${asciiAddress(to)} after:${after}`,
          // The rep may have thrown it away since; it was sent all the same.
          includeSpamTrash: 'true',
          maxResults: LOOKED_AT,
        },
        answer: messageListSchema,
      },
      signal,
    );
    if (list.kind === 'notFound') return { kind: 'refused', detail: 'notFound' };
    if (list.kind !== 'ok') return list;

    const ids = list.value.messages.map(({ id }) => id);
    const found = await findByKey(access, { ids, key }, signal);
    if (found.kind !== 'ok') return found;
    return { kind: 'ok', value: found.value && asSent(found.value) };
  };
}

function asSent(message: GmailMessage): SentMessage {
  const [messageIdHeader] = messageIdsIn(headersOf(message).get('message-id') ?? '');
  return {
    messageId: message.id,
    threadId: message.threadId,
    ...(messageIdHeader !== undefined && { messageIdHeader }),
  };
}
