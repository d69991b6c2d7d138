import type { MailboxResult } from '@/lib/mailboxes/mailbox';
import { expectedOf, type GraphAccess, graphRequest } from './graph-request';
import { folderIdSchema, type GraphItem } from './graph-schema';
import { readItem } from './read-item';

/**
 * The draft with this id, if it is one still. An id that stays outlives the send: it then names the
 * message in Sent Items, which is no draft. What lies in the outbox was sent and is on its way,
 * whatever it calls itself.
 */
export async function readDraft(
  access: GraphAccess,
  id: string,
  signal: AbortSignal,
): Promise<MailboxResult<GraphItem | undefined>> {
  const item = await readItem(access, id, signal);
  if (item.kind === 'notFound') return { kind: 'ok', value: undefined };
  const known = expectedOf(item);
  if (known.kind !== 'ok') return known;
  if (!known.value.isDraft) return { kind: 'ok', value: undefined };

  const outbox = await graphRequest(
    access,
    { path: '/mailFolders/outbox', query: { $select: 'id' }, answer: folderIdSchema },
    signal,
  );
  if (outbox.kind === 'notFound') return known;
  const there = expectedOf(outbox);
  if (there.kind !== 'ok') return there;
  const isLeaving = known.value.parentFolderId === there.value.id;
  return { kind: 'ok', value: isLeaving ? undefined : known.value };
}
