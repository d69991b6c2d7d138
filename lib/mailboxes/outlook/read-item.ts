import { expanding, KEY_PROPERTY } from './extended-property';
import { type GraphAccess, type GraphResult, graphRequest } from './graph-request';
import { type GraphItem, itemSchema } from './graph-schema';

/** Reads where an item stands: draft or sent, in which folder, in which conversation, whose row. */
export function readItem(
  access: GraphAccess,
  id: string,
  signal: AbortSignal,
): Promise<GraphResult<GraphItem>> {
  return graphRequest(
    access,
    {
      path: `/messages/${encodeURIComponent(id)}`,
      query: {
        $select: 'id,isDraft,conversationId,internetMessageId,parentFolderId',
        ...expanding(KEY_PROPERTY),
      },
      answer: itemSchema,
    },
    signal,
  );
}
