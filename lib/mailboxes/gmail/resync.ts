import type { MailboxChanges, MailboxResult } from '@/lib/mailboxes/mailbox';
import { HOUR, type Instant, SECOND } from '@/lib/time/instant';
import { type GmailAccess, gmailRequest } from './gmail-request';
import { messageListSchema, profileSchema } from './gmail-schema';
import { readHeads } from './read-heads';

/** Gmail's clock and the machine's need not agree. */
const OVERLAP = HOUR;
const PAGE = '50';
const CURSOR = /^resync:([^:]+):(-?\d+):(.*)$/s;

/** Where reading everything again stands. Travels inside the cursor, so that a restart goes on. */
export interface Resync {
  /** Where history continues afterwards. */
  readonly historyId: string;
  /** Epoch seconds: mail that arrived later is read. */
  readonly after: number;
  /** Empty for the first page. */
  readonly pageToken: string;
}

export function parseResync(cursor: string): Resync | undefined {
  const [, historyId, after, pageToken] = CURSOR.exec(cursor) ?? [];
  if (historyId === undefined || after === undefined || pageToken === undefined) return undefined;
  return { historyId, after: Number(after), pageToken };
}

function writeResync({ historyId, after, pageToken }: Resync): string {
  return `resync:${historyId}:${after}:${pageToken}`;
}

/**
 * Begins to read everything since the last poll, because Gmail has forgotten our place in its
 * history. The new place is taken first: what arrives while we read is then read twice, not never.
 */
export async function startResync(
  access: GmailAccess,
  polledAt: Instant,
  signal: AbortSignal,
): Promise<MailboxResult<MailboxChanges>> {
  const now = await gmailRequest(access, { path: 'profile', answer: profileSchema }, signal);
  if (now.kind === 'notFound') return { kind: 'refused', detail: 'notFound' };
  if (now.kind !== 'ok') return now;
  const after = Math.floor((polledAt - OVERLAP) / SECOND);
  return resyncPage(access, { historyId: now.value.historyId, after, pageToken: '' }, signal);
}

/** Reads one page. */
export async function resyncPage(
  access: GmailAccess,
  resync: Resync,
  signal: AbortSignal,
): Promise<MailboxResult<MailboxChanges>> {
  const list = await gmailRequest(
    access,
    {
      path: 'messages',
      query: {
        q: `after:${resync.after}`,
        // An answer that a filter took for spam is an answer.
        includeSpamTrash: 'true',
        maxResults: PAGE,
        ...(resync.pageToken !== '' && { pageToken: resync.pageToken }),
      },
      answer: messageListSchema,
    },
    signal,
  );
  if (list.kind === 'notFound') return { kind: 'refused', detail: 'notFound' };
  if (list.kind !== 'ok') return list;

  const ids = list.value.messages.map(({ id }) => id);
  const heads = await readHeads(access, ids, signal);
  if (heads.kind !== 'ok') return heads;
  const next = list.value.nextPageToken;
  return {
    kind: 'ok',
    value: {
      messages: heads.value,
      cursor: next === undefined ? resync.historyId : writeResync({ ...resync, pageToken: next }),
      more: next !== undefined,
      resynced: true,
    },
  };
}
