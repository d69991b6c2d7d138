import { HEAD_HEADERS, type MessageHead } from '@/lib/domain/message/message-head';
import { inBatches } from '@/lib/mailboxes/in-batches';
import type { MailboxResult } from '@/lib/mailboxes/mailbox';
import type { GmailAccess } from './gmail-request';
import type { GmailMessage } from './gmail-schema';
import { headersOf, readMessage } from './read-message';

/** Neither is mail: a draft has not left, a chat line has no header. */
const SKIPPED = ['DRAFT', 'CHAT'];
const JUNK = ['SPAM', 'TRASH'];

export function isSkipped(labels: readonly string[]): boolean {
  return labels.some((label) => SKIPPED.includes(label));
}

/** Reads the headers of these messages, each once. One that was deleted meanwhile is left out. */
export async function readHeads(
  access: GmailAccess,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<MailboxResult<readonly MessageHead[]>> {
  const results = await inBatches(
    [...new Set(ids)],
    (id) => readMessage(access, { id, headers: HEAD_HEADERS }, signal),
    (known) => known.some(({ kind }) => kind !== 'ok' && kind !== 'notFound'),
  );
  const heads: MessageHead[] = [];
  for (const result of results) {
    if (result.kind === 'notFound') continue;
    if (result.kind !== 'ok') return result;
    if (!isSkipped(result.value.labelIds)) heads.push(asHead(result.value));
  }
  return { kind: 'ok', value: heads };
}

function asHead(message: GmailMessage): MessageHead {
  return {
    messageId: message.id,
    threadId: message.threadId,
    at: message.internalDate,
    own: message.labelIds.includes('SENT'),
    ...(message.labelIds.some((label) => JUNK.includes(label)) && { junk: true }),
    headers: headersOf(message),
  };
}
