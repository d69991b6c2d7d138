import type { Mailbox } from '@/lib/mailboxes/mailbox';
import { type GmailAccess, type GmailResult, gmailRequest } from './gmail-request';
import { draftSchema } from './gmail-schema';

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

    let result: GmailResult<{ readonly id: string }> = await create({
      ...(threadId !== undefined && { threadId }),
    });
    // The rep deleted the conversation. For the recipient the headers still hold it together.
    if (result.kind === 'notFound' && threadId !== undefined) result = await create({});
    if (result.kind === 'notFound') return { kind: 'refused', detail: 'notFound' };
    return result.kind === 'ok' ? { kind: 'ok', value: { draftId: result.value.id } } : result;
  };
}
