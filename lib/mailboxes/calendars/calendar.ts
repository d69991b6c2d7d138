import type { Meeting } from '@/lib/domain/meeting/meeting';
import type { MailboxFailure } from '@/lib/mailboxes/mailbox';
import type { Instant } from '@/lib/time/instant';

/**
 * - `notGranted`: the rep, or their company, does not let us see the calendar. Nothing is wrong:
 *   meetings just are not noticed.
 */
export type CalendarResult =
  | { readonly kind: 'ok'; readonly value: readonly Meeting[] }
  | { readonly kind: 'notGranted' }
  | MailboxFailure;

/**
 * How meetings are noticed; one implementation per provider. Apart from the mailbox, because a rep
 * may share the one and not the other. Every call ends by itself; one that is aborted by its signal
 * rejects with the signal's reason.
 */
export interface Calendar {
  readonly kind: 'google' | 'graph';
  /**
   * Meetings of the rep's own calendar that were made or changed since then, canceled ones as well.
   * One may be listed again.
   *
   * @param since an instant, not a day: two calls share their borders
   */
  readonly meetingsSince: (since: Instant, signal: AbortSignal) => Promise<CalendarResult>;
}
