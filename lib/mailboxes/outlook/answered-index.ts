import { messageIdsIn } from '@/lib/domain/message/message-id';
import type { MailboxResult } from '@/lib/mailboxes/mailbox';
import { expectedOf, type GraphAccess, graphRequest } from './graph-request';
import { itemListSchema } from './graph-schema';

/**
 * The place in its conversation of the message that a follow-up answers; `undefined` when the rep
 * has deleted it. For the recipient the headers hold the conversation together all the same.
 */
export async function answeredIndex(
  access: GraphAccess,
  inReplyTo: string | undefined,
  signal: AbortSignal,
): Promise<MailboxResult<string | undefined>> {
  const [id] = messageIdsIn(inReplyTo ?? '');
  if (id === undefined) return { kind: 'ok', value: undefined };
  const result = await graphRequest(
    access,
    {
      path: '/messages',
      query: {
        $filter: `internetMessageId eq '${id.replaceAll("'", "''")}'`,
        $select: 'id,conversationIndex',
        $top: '1',
      },
      answer: itemListSchema,
    },
    signal,
  );
  const found = expectedOf(result);
  if (found.kind !== 'ok') return found;
  return { kind: 'ok', value: found.value.value[0]?.conversationIndex || undefined };
}
