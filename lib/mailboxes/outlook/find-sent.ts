import type { Mailbox } from '@/lib/mailboxes/mailbox';
import { findByKey } from './find-by-key';
import type { GraphAccess } from './graph-request';
import { sentOf } from './sent-of';

/** The message that was sent with our key, wherever the rep has put it since. */
export function findSent(access: GraphAccess): Mailbox['findSent'] {
  return async ({ key }, signal) => {
    const found = await findByKey(access, { key }, signal);
    if (found.kind !== 'ok') return found;
    const sent = found.value.find(({ isDraft }) => !isDraft);
    return { kind: 'ok', value: sent && sentOf(sent) };
  };
}
