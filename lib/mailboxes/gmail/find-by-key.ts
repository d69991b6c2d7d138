import { KEY_HEADER } from '@/lib/domain/message/outgoing-message';
import { inBatches } from '@/lib/mailboxes/in-batches';
import type { MailboxResult } from '@/lib/mailboxes/mailbox';
import type { GmailAccess } from './gmail-request';
import type { GmailMessage } from './gmail-schema';
import { headersOf, readMessage } from './read-message';

/**
 * The first of these messages that carries our key. Gmail cannot search for headers of our own, so
 * the candidates are read one by one.
 */
export async function findByKey(
  access: GmailAccess,
  { ids, key }: { readonly ids: readonly string[]; readonly key: string },
  signal: AbortSignal,
): Promise<MailboxResult<GmailMessage | undefined>> {
  const read = (id: string) =>
    readMessage(access, { id, headers: [KEY_HEADER, 'Message-ID'] }, signal);
  type Read = Awaited<ReturnType<typeof read>>;
  const carriesKey = (result: Read) =>
    result.kind === 'ok' && headersOf(result.value).get(KEY_HEADER.toLowerCase())?.trim() === key;

  const results = await inBatches(ids, read, (known) => known.some(carriesKey));
  for (const result of results) {
    if (result.kind === 'ok' && carriesKey(result)) return result;
  }
  for (const result of results) {
    // One that could not be read might be the one: "not found" would be a lie.
    if (result.kind !== 'ok' && result.kind !== 'notFound') return result;
  }
  return { kind: 'ok', value: undefined };
}
