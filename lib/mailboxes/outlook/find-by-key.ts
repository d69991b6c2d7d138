import type { MailboxResult } from '@/lib/mailboxes/mailbox';
import { expanding, KEY_PROPERTY, propertyOf } from './extended-property';
import { expectedOf, type GraphAccess, graphRequest } from './graph-request';
import { type GraphItem, itemListSchema } from './graph-schema';

/** One email has one item; a draft that somebody copied by hand carries its key as well. */
const LOOKED_AT = '25';

/** The items that carry our key, in one folder or in all of them, the bin included. */
export async function findByKey(
  access: GraphAccess,
  { key, folder }: { readonly key: string; readonly folder?: string },
  signal: AbortSignal,
): Promise<MailboxResult<readonly GraphItem[]>> {
  const result = await graphRequest(
    access,
    {
      path: folder === undefined ? '/messages' : `/mailFolders/${folder}/messages`,
      query: {
        $filter: `singleValueExtendedProperties/Any(ep: ep/id eq '${KEY_PROPERTY}' and ep/value eq '${key.replaceAll("'", "''")}')`,
        $select: 'id,isDraft,conversationId,internetMessageId,parentFolderId',
        ...expanding(KEY_PROPERTY),
        $top: LOOKED_AT,
      },
      answer: itemListSchema,
    },
    signal,
  );
  const found = expectedOf(result);
  if (found.kind !== 'ok') return found;
  // Graph compares without regard to case.
  const items = found.value.value.filter((item) => propertyOf(item, KEY_PROPERTY) === key);
  return { kind: 'ok', value: items };
}
