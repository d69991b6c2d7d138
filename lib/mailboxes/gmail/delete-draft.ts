import type { Mailbox } from '@/lib/mailboxes/mailbox';
import { type GmailAccess, gmailRequest } from './gmail-request';
import { nothingSchema } from './gmail-schema';

/** Removes a draft for good. One that does not exist is as good as removed. */
export function deleteDraft(access: GmailAccess): Mailbox['deleteDraft'] {
  return async (draftId, signal) => {
    const result = await gmailRequest(
      access,
      { method: 'DELETE', path: `drafts/${encodeURIComponent(draftId)}`, answer: nothingSchema },
      signal,
    );
    const isGone = result.kind === 'ok' || result.kind === 'notFound';
    return isGone ? { kind: 'ok', value: undefined } : result;
  };
}
