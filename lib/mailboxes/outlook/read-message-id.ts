import type { Mailbox } from '@/lib/mailboxes/mailbox';
import { expectedOf, type GraphAccess } from './graph-request';
import { readItem } from './read-item';
import { sentOf } from './sent-of';

/** The Message-ID that Exchange put on a message. */
export function readMessageId(access: GraphAccess): Mailbox['readMessageId'] {
  return async (id, signal) => {
    const item = await readItem(access, id, signal);
    if (item.kind === 'notFound') return { kind: 'ok', value: undefined };
    const known = expectedOf(item);
    if (known.kind !== 'ok') return known;
    return { kind: 'ok', value: sentOf(known.value).messageIdHeader };
  };
}
