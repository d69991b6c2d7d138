import type { Mailbox } from '@/lib/mailboxes/mailbox';
import { findByKey } from './find-by-key';
import type { GraphAccess } from './graph-request';

/** The draft that carries our key. Exchange can search for it: it is a property of the item. */
export function findDraft(access: GraphAccess): Mailbox['findDraft'] {
  return async (key, signal) => {
    const found = await findByKey(access, { key, folder: 'drafts' }, signal);
    if (found.kind !== 'ok') return found;
    const draft = found.value.find(({ isDraft }) => isDraft);
    return { kind: 'ok', value: draft && { draftId: draft.id } };
  };
}
