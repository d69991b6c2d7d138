import { messageIdsIn } from '@/lib/domain/message/message-id';
import type { Mailbox } from '@/lib/mailboxes/mailbox';
import type { GmailAccess } from './gmail-request';
import { headersOf, readMessage } from './read-message';

/** The Message-ID that Gmail put on a message; it replaces whatever the draft had. */
export function readMessageId(access: GmailAccess): Mailbox['readMessageId'] {
  return async (id, signal) => {
    const result = await readMessage(access, { id, headers: ['Message-ID'] }, signal);
    if (result.kind === 'notFound') return { kind: 'ok', value: undefined };
    if (result.kind !== 'ok') return result;
    const [value] = messageIdsIn(headersOf(result.value).get('message-id') ?? '');
    return { kind: 'ok', value };
  };
}
