import { messageIdsIn } from '@/lib/domain/message/message-id';
import type { SentMessage } from '@/lib/mailboxes/mailbox';
import type { GraphItem } from './graph-schema';

/** An item in Sent Items as the port tells it. */
export function sentOf({ id, conversationId, internetMessageId }: GraphItem): SentMessage {
  const [messageIdHeader] = messageIdsIn(internetMessageId);
  return {
    messageId: id,
    threadId: conversationId || id,
    ...(messageIdHeader !== undefined && { messageIdHeader }),
  };
}
