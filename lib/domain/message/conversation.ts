import { isFreeMail } from '@/lib/domain/contact/is-free-mail';
import { mailboxKey } from '@/lib/domain/contact/mailbox-key';
import type { Instant } from '@/lib/time/instant';
import type { Zone } from '@/lib/time/zone';
import type { MessageHead } from './message-head';
import { messageIdsIn } from './message-id';

/** What is known of the enrollment that a message might belong to. */
export interface ConversationFacts {
  /** The enrollment's own id, which an unsubscribe letter names. */
  readonly enrollmentId?: string;
  /** The sender's own addresses, aliases included. */
  readonly ownAddresses: readonly string[];
  /** Where the enrollment writes to, and the contact's other addresses. */
  readonly contactAddresses: readonly string[];
  /** The conversation, once the first email has left. */
  readonly threadId?: string;
  /** Message-ID headers of what we sent. */
  readonly sentIds: readonly string[];
  /** When the enrollment began. What the contact wrote before, outside our conversation, is old. */
  readonly since: Instant;
  /** Where the contact is, for reading dates of absence notes. */
  readonly zone: Zone;
}

/** Does a message belong to the conversation of our emails? */
export function isInConversation(head: MessageHead, facts: ConversationFacts): boolean {
  if (facts.threadId !== undefined && head.threadId === facts.threadId) return true;
  const { headers } = head;
  const named = `${headers.get('in-reply-to') ?? ''} ${headers.get('references') ?? ''}`;
  const ids = new Set(messageIdsIn(named));
  return facts.sentIds.some((id) => ids.has(id));
}

/** Is any of these one of those, however it is spelled? */
export function includesAny(known: readonly string[], addresses: readonly string[]): boolean {
  const keys = new Set(known.map(mailboxKey));
  return addresses.some((address) => keys.has(mailboxKey(address)));
}

/**
 * Does anybody of these work where the contact works? Told by the domain, unless it gives anybody a
 * mailbox, or is the rep's own.
 */
export function isColleague(facts: ConversationFacts, addresses: readonly string[]): boolean {
  const own = new Set(facts.ownAddresses.map(domainOf));
  const companies = new Set(facts.contactAddresses.map(domainOf));
  return addresses
    .map(domainOf)
    .some((domain) => companies.has(domain) && !own.has(domain) && !isFreeMail(domain));
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
