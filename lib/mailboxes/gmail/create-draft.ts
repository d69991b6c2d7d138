import type { Mailbox } from '@/lib/mailboxes/mailbox';
import { type GmailAccess, type GmailResult, gmailRequest } from './gmail-request';
import { draftSchema } from './gmail-schema';

const THREAD_ID = /^[\w-]{1,64}$/;

/** Puts the message into Drafts. */
export function createDraft(access: GmailAccess): Mailbox['createDraft'] {
  return async ({ mime, threadId }, signal) => {
    const raw = new TextEncoder().encode(mime).toBase64({ alphabet: 'base64url' });
    const create = (thread: { readonly threadId?: string }) =>
      gmailRequest(
        access,
        {
          method: 'POST',
          path: 'drafts',
          body: { message: { raw, ...thread } },
          answer: draftSchema,
        },
        signal,
      );

    // A mailbox that moved here from another provider has conversations that Gmail does not know.
    const isOurs = threadId !== undefined && THREAD_ID.test(threadId);
    let result: GmailResult<{ readonly id: string }> = await create({
      ...(isOurs && { threadId }),
    });
    // The rep deleted the conversation. For the recipient the headers still hold it together.
    if (result.kind === 'notFound' && isOurs) result = await create({});
    if (result.kind === 'notFound') return { kind: 'refused', detail: 'notFound' };
    return result.kind === 'ok' ? { kind: 'ok', value: { draftId: result.value.id } } : result;
  };
}
