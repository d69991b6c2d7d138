import { MimeError } from '@/lib/domain/message/mime-error';
import type { OutgoingMessage } from '@/lib/domain/message/outgoing-message';
import type { Mailbox } from '@/lib/mailboxes/mailbox';
import { MINUTE } from '@/lib/time/instant';
import { answeredIndex } from './answered-index';
import { childIndex } from './child-index';
import { draftBody } from './draft-body';
import { expectedOf, type GraphAccess, graphRequest } from './graph-request';
import { folderIdSchema } from './graph-schema';

/** Puts the message into Drafts, with its key, in one request: there is no draft without a key. */
export function createDraft(access: GraphAccess): Mailbox['createDraft'] {
  return async ({ email }, signal) => {
    const answered = await answeredIndex(access, email.inReplyTo, signal);
    if (answered.kind !== 'ok') return answered;
    const body = written(email, answered.value);
    if (body === undefined) return { kind: 'refused', detail: 'badAddress' };
    const result = await graphRequest(
      access,
      { method: 'POST', path: '/messages', body, answer: folderIdSchema },
      signal,
    );
    const created = expectedOf(result);
    return created.kind === 'ok' ? { kind: 'ok', value: { draftId: created.value.id } } : created;
  };
}

function written(email: OutgoingMessage, answered: string | undefined): object | undefined {
  try {
    return draftBody(email, answered === undefined ? undefined : childIndex(answered, MINUTE));
  } catch (cause) {
    if (cause instanceof MimeError) return undefined;
    throw cause;
  }
}
