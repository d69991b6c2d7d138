import { inBatches } from '@/lib/mailboxes/in-batches';
import type { MailboxResult } from '@/lib/mailboxes/mailbox';
import { expectedOf, type GraphAccess, graphRequest } from './graph-request';
import { folderIdSchema, folderListSchema, type GraphFolder } from './graph-schema';
import { type Place, ROLES } from './place';

/** Nobody files mail in more; beyond that a mailbox is an archive. */
const MOST = 500;

/** Every folder of the mailbox, at any depth: rules of the rep's may file an answer anywhere. */
export async function listFolders(
  access: GraphAccess,
  signal: AbortSignal,
): Promise<MailboxResult<readonly GraphFolder[]>> {
  const folders: GraphFolder[] = [];
  const paths = ['/mailFolders'];
  for (let path = paths.shift(); path !== undefined; path = paths.shift()) {
    const query = path.startsWith('https:')
      ? {}
      : { $select: 'id,childFolderCount,totalItemCount,unreadItemCount', $top: '100' };
    const result = await graphRequest(access, { path, query, answer: folderListSchema }, signal);
    // A folder may be deleted while its parent is read.
    if (result.kind === 'notFound') continue;
    const page = expectedOf(result);
    if (page.kind !== 'ok') return page;
    folders.push(...page.value.value);
    const next = page.value['@odata.nextLink'];
    if (next !== undefined) paths.push(next);
    for (const { id, childFolderCount } of page.value.value) {
      if (childFolderCount > 0) paths.push(`/mailFolders/${encodeURIComponent(id)}/childFolders`);
    }
    if (folders.length >= MOST) break;
  }
  return { kind: 'ok', value: folders };
}

/** Which folder is the inbox, which one holds junk, and so on. A mailbox may lack some. */
export async function readRoles(
  access: GraphAccess,
  signal: AbortSignal,
): Promise<MailboxResult<Place['roles']>> {
  const results = await inBatches(ROLES, async (role) => ({
    role,
    result: await graphRequest(
      access,
      { path: `/mailFolders/${role}`, query: { $select: 'id' }, answer: folderIdSchema },
      signal,
    ),
  }));
  const roles: Place['roles'] = {};
  for (const { role, result } of results) {
    if (result.kind === 'notFound') continue;
    const found = expectedOf(result);
    if (found.kind !== 'ok') return found;
    roles[found.value.id] = role;
  }
  return { kind: 'ok', value: roles };
}
