import type { Mailbox, SentMessage } from '@/lib/mailboxes/mailbox';
import { KEY_PROPERTY, propertyOf } from './extended-property';
import { findByKey } from './find-by-key';
import { expectedOf, type GraphAccess, graphRequest } from './graph-request';
import { folderIdSchema, type GraphItem, nothingSchema } from './graph-schema';
import { readDraft } from './read-draft';
import { readItem } from './read-item';
import { sentOf } from './sent-of';

/**
 * Sends a draft, once. The draft id is the fencing token, and because it may outlive the send, what
 * it names is looked at first: only a draft is sent. It is then sent by the id that it has in its
 * folder, which ends as it leaves: whoever repeats that very request, and a browser does when a kept
 * connection breaks, finds nothing. Any failure but `gone` and a refusal leaves open whether the
 * message left.
 */
export function sendDraft(access: GraphAccess): Mailbox['sendDraft'] {
  return async (draftId, signal) => {
    const draft = await readDraft(access, draftId, signal);
    if (draft.kind !== 'ok') return draft;
    if (draft.value === undefined) return { kind: 'gone' };

    const id = await passingId(access, draftId, signal);
    const path = `/messages/${encodeURIComponent(id)}/send`;
    const result = await graphRequest(
      access,
      { method: 'POST', path, answer: nothingSchema },
      signal,
    );
    if (result.kind === 'notFound') return { kind: 'gone' };
    if (result.kind === 'refused') {
      // Somebody was faster: what is refused then is to send a message that was sent.
      const there = await readDraft(access, draftId, signal);
      return there.kind === 'ok' && there.value === undefined ? { kind: 'gone' } : result;
    }
    if (result.kind !== 'ok') return expectedOf(result);
    // The message has left: nothing that goes wrong from here on, not even an abort, may hide that.
    const sent = await readSent(access, draft.value, signal).catch(() => undefined);
    return {
      kind: 'ok',
      value: sent ?? { messageId: draftId, threadId: draft.value.conversationId || draftId },
    };
  };
}

/** The id of a draft as long as it lies in its folder; the one that stays where Graph does not say. */
async function passingId(access: GraphAccess, id: string, signal: AbortSignal): Promise<string> {
  const result = await graphRequest(
    access,
    {
      path: `/messages/${encodeURIComponent(id)}`,
      query: { $select: 'id' },
      passingIds: true,
      answer: folderIdSchema,
    },
    signal,
  );
  return result.kind === 'ok' ? result.value.id : id;
}

/**
 * The message in Sent Items, if it lies there already. Reports differ on whether the id of a draft
 * stays with it; its key does.
 */
async function readSent(
  access: GraphAccess,
  draft: GraphItem,
  signal: AbortSignal,
): Promise<SentMessage | undefined> {
  const item = await readItem(access, draft.id, signal);
  if (item.kind === 'ok') return item.value.isDraft ? undefined : sentOf(item.value);
  const key = propertyOf(draft, KEY_PROPERTY);
  if (item.kind !== 'notFound' || key === undefined) return undefined;
  const found = await findByKey(access, { key }, signal);
  const sent = found.kind === 'ok' ? found.value.find(({ isDraft }) => !isDraft) : undefined;
  return sent && sentOf(sent);
}
