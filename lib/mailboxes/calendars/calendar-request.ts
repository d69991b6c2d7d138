import type { MailboxFailure } from '@/lib/mailboxes/mailbox';
import type { Answer } from '@/lib/mailboxes/send-request';

/** One authorized `GET`; the answer may be of any status. */
export type CalendarRequest = (
  url: URL,
  options: { readonly headers?: Readonly<Record<string, string>>; readonly signal: AbortSignal },
) => Promise<Answer | MailboxFailure>;

/** Pages of a list that are read at most; more than a rep can have made since the last look. */
export const MOST_PAGES = 10;
