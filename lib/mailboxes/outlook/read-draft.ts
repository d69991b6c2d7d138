import type { MailboxResult } from '@/lib/mailboxes/mailbox';
import { expectedOf, type GraphAccess, graphRequest } from './graph-request';
import { folderIdSchema, type GraphItem } from './graph-schema';
import type { Role } from './place';
import { readItem } from './read-item';

/** What lies in the outbox is on its way, what lies in the bin was thrown away by the rep or by us. */
const ELSEWHERE: readonly Role[] = ['outbox', 'deleteditems'];

/**
 * The draft with this id, if it is still to be sent. An id that stays outlives the send: it then
 * names the message in Sent Items, which is no draft. It also outlives deleting, which moves to the
 * bin what still calls itself a draft.
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

  const folders = await Promise.all(ELSEWHERE.map((role) => readFolderId(access, role, signal)));
  for (const folder of folders) {
    if (folder.kind === 'notFound') continue;
    const there = expectedOf(folder);
    if (there.kind !== 'ok') return there;
    if (known.value.parentFolderId === there.value.id) return { kind: 'ok', value: undefined };
  }
  return known;
}

function readFolderId(access: GraphAccess, role: Role, signal: AbortSignal) {
  return graphRequest(
    access,
    { path: `/mailFolders/${role}`, query: { $select: 'id' }, answer: folderIdSchema },
    signal,
  );
}
