import { mailboxKey } from '@/lib/domain/contact/mailbox-key';
import type { Instant } from '@/lib/time/instant';
import type { Meeting } from './meeting';

/**
 * Does a meeting say that the rep and the contact meet? The rep hosts it, the contact is a guest who
 * has not said no, and it was made or changed after the enrollment began. When it takes place does
 * not matter. Source: `hubspot.md` 3.1, number 6.
 *
 * @example isBookedWith(meeting, { ownAddresses, contactAddresses, since: enrollment.createdAt })
 */
export function isBookedWith(
  meeting: Meeting,
  facts: {
    readonly ownAddresses: readonly string[];
    readonly contactAddresses: readonly string[];
    readonly since: Instant;
  },
): boolean {
  const { host } = meeting;
  const own = new Set(facts.ownAddresses.map(mailboxKey));
  const contact = new Set(facts.contactAddresses.map(mailboxKey));
  return (
    !meeting.canceled &&
    meeting.updatedAt >= facts.since &&
    host !== undefined &&
    own.has(mailboxKey(host)) &&
    meeting.guests.some(
      ({ address, answer }) => answer !== 'declined' && contact.has(mailboxKey(address)),
    )
  );
}
