import type { Mailbox } from '@/lib/mailboxes/mailbox';
import { findByKey } from './find-by-key';
import { type GmailAccess, gmailRequest } from './gmail-request';
import { draftListSchema } from './gmail-schema';

/** Gmail lists the newest first; a draft of ours that is wanted was made minutes ago. */
const LOOKED_AT = '100';

/** Looks through the newest drafts for the one that carries our key. */
export function findDraft(access: GmailAccess): Mailbox['findDraft'] {
  return async (key, signal) => {
    const list = await gmailRequest(
      access,
      { path: 'drafts', query: { maxResults: LOOKED_AT }, answer: draftListSchema },
      signal,
    );
    if (list.kind === 'notFound') return { kind: 'refused', detail: 'notFound' };
    if (list.kind !== 'ok') return list;

    const { drafts } = list.value;
    const ids = drafts.flatMap(({ message }) => (message === undefined ? [] : [message.id]));
    const found = await findByKey(access, { ids, key }, signal);
    if (found.kind !== 'ok') return found;
    const draft = drafts.find(({ message }) => message?.id === found.value?.id && message);
    return { kind: 'ok', value: draft && { draftId: draft.id } };
  };
}
