import type { Mailbox } from '@/lib/mailboxes/mailbox';
import { type GmailAccess, gmailRequest } from './gmail-request';
import { draftSchema } from './gmail-schema';

/** Asks for a draft by its id, which stays the same until it is sent or deleted. */
export function hasDraft(access: GmailAccess): Mailbox['hasDraft'] {
  return async (draftId, signal) => {
    const result = await gmailRequest(
      access,
      {
        path: `drafts/${encodeURIComponent(draftId)}`,
        query: { format: 'minimal' },
        answer: draftSchema,
      },
      signal,
    );
    if (result.kind === 'notFound') return { kind: 'ok', value: false };
    return result.kind === 'ok' ? { kind: 'ok', value: true } : result;
  };
}
