import type * as v from 'valibot';
import type { Mailbox } from '@/lib/mailboxes/mailbox';
import { type GmailAccess, type GmailResult, gmailRequest } from './gmail-request';
import { historySchema } from './gmail-schema';
import { isSkipped, readHeads } from './read-heads';
import { parseResync, resyncPage, startResync } from './resync';

/** A message costs 20 of the 6,000 units a user has per minute. */
const RECORDS = 50;

type History = v.InferOutput<typeof historySchema>;

/** Reads what is new in Gmail's history; where Gmail has forgotten our place, all recent mail. */
export function changesSince(access: GmailAccess): Mailbox['changesSince'] {
  return async ({ cursor, polledAt }, signal) => {
    const resync = parseResync(cursor);
    if (resync !== undefined) return resyncPage(access, resync, signal);

    const history = await readHistory(access, cursor, signal);
    if (history.kind === 'notFound') return startResync(access, polledAt, signal);
    if (history.kind !== 'ok') return history;

    const { records, end } = history.value;
    const added = records.flatMap(({ messagesAdded }) => messagesAdded);
    // A draft that is being typed is saved again and again, each time as a new message.
    const mail = added.filter(({ message }) => !isSkipped(message.labelIds));
    const heads = await readHeads(
      access,
      mail.map(({ message }) => message.id),
      signal,
    );
    if (heads.kind !== 'ok') return heads;
    const more = end === undefined;
    return {
      kind: 'ok',
      value: {
        messages: heads.value,
        cursor: end ?? records.at(-1)?.id ?? cursor,
        more,
        resynced: false,
      },
    };
  };
}

interface HistoryPart {
  readonly records: History['history'];
  /** Where history ended, once everything was listed. */
  readonly end?: string;
}

/** Pages can be empty when other kinds of change fill them, so that pages alone are no measure. */
async function readHistory(
  access: GmailAccess,
  start: string,
  signal: AbortSignal,
): Promise<GmailResult<HistoryPart>> {
  const records: History['history'] = [];
  let pageToken: string | undefined;
  do {
    const page = await gmailRequest(
      access,
      {
        path: 'history',
        query: {
          startHistoryId: start,
          historyTypes: 'messageAdded',
          maxResults: String(RECORDS),
          ...(pageToken !== undefined && { pageToken }),
        },
        answer: historySchema,
      },
      signal,
    );
    if (page.kind !== 'ok') return page;
    records.push(...page.value.history);
    pageToken = page.value.nextPageToken;
    if (pageToken === undefined)
      return { kind: 'ok', value: { records, end: page.value.historyId } };
  } while (records.length < RECORDS);
  return { kind: 'ok', value: { records } };
}
