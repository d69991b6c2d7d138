import { addressKey } from '@/lib/domain/contact/email-address';
import type { Instant } from '@/lib/time/instant';
import { isAutomatic, isBounce, isDeliveryReport } from './automatic';
import { headerAddresses } from './header-addresses';
import type { MessageHead } from './message-head';
import { messageIdsIn } from './message-id';
import { isUnsubscribeSubject, unsubscribedEnrollment } from './unsubscribe';

/**
 * What a message means to one enrollment.
 *
 * - `reply`: a person answered, or wrote on their own. The enrollment ends.
 * - `autoReply`: a machine answered: absence note, receipt, delayed delivery, newsletter.
 * - `optOut`: the contact asks not to be written to any more, by the button of a mail program or in
 *   a letter of their own. The enrollment ends, and so does all writing to them.
 * - `bounce`: the contact's address cannot be reached.
 * - `own`: the rep's own mail; never counts.
 * - `unrelated`: about something else.
 */
export type MessageClass = 'reply' | 'autoReply' | 'optOut' | 'bounce' | 'own' | 'unrelated';

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
}

/**
 * Tells by its header what a message means to an enrollment. Bounces come before automatic mail,
 * because RFC 3834 lets both carry `Auto-Submitted`.
 */
export function classify(head: MessageHead, facts: ConversationFacts): MessageClass {
  const from = headerAddresses(head.headers.get('from') ?? '');
  if (head.own || includesAny(facts.ownAddresses, from)) return 'own';

  const byContact = includesAny(facts.contactAddresses, from);
  const inConversation = isInConversation(head, facts);
  // Before automatic mail: a button of a mail program may well say that it wrote the letter.
  if (isOptOut(head, facts, byContact || inConversation)) return 'optOut';
  // A contact may be called postmaster@…; their own letters are letters.
  const isLetter = byContact && !isDeliveryReport(head.headers) && !failedRecipients(head);
  if (!isLetter && isBounce(head.headers, from)) {
    return concernsContact(head, facts, inConversation) ? 'bounce' : 'unrelated';
  }
  const isNews = byContact && head.at >= facts.since;
  if (!isNews && !inConversation) return 'unrelated';
  // A post to a mailing list we both read answers us only if it joins our conversation.
  const isListPost = /^\s*list\b/i.test(head.headers.get('precedence') ?? '');
  if (isListPost && !inConversation) return 'unrelated';
  return isAutomatic(head.headers, isLetter ? [] : from) ? 'autoReply' : 'reply';
}

/** Whoever knows the key of our email got it from that email, also at a forwarding address. */
function isOptOut(head: MessageHead, facts: ConversationFacts, related: boolean): boolean {
  const subject = head.headers.get('subject') ?? '';
  if (!isUnsubscribeSubject(subject) || isDeliveryReport(head.headers)) return false;
  const to = headerAddresses(head.headers.get('to') ?? '');
  if (!includesAny(facts.ownAddresses, to)) return false;
  const named = unsubscribedEnrollment(subject);
  if (named !== undefined && named === facts.enrollmentId) return true;
  return related && head.at >= facts.since;
}

function isInConversation(head: MessageHead, facts: ConversationFacts): boolean {
  if (facts.threadId !== undefined && head.threadId === facts.threadId) return true;
  const { headers } = head;
  const named = `${headers.get('in-reply-to') ?? ''} ${headers.get('references') ?? ''}`;
  const ids = new Set(messageIdsIn(named));
  return facts.sentIds.some((id) => ids.has(id));
}

function failedRecipients(head: MessageHead): readonly string[] | undefined {
  const value = head.headers.get('x-failed-recipients');
  return value === undefined ? undefined : headerAddresses(value);
}

/** A report that names its recipients is about them, even in a conversation with others in copy. */
function concernsContact(
  head: MessageHead,
  facts: ConversationFacts,
  inConversation: boolean,
): boolean {
  const failed = failedRecipients(head) ?? [];
  return failed.length > 0 ? includesAny(facts.contactAddresses, failed) : inConversation;
}

function includesAny(known: readonly string[], lowered: readonly string[]): boolean {
  return known.some((address) => lowered.includes(addressKey(address)));
}
