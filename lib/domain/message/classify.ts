import { isRoleAddress } from '@/lib/domain/contact/is-role-address';
import { asksOptOut } from './asks-opt-out';
import { isBulk, isDaemon, machineMark } from './automatic';
import { calendarAnswer, isCalendarMessage } from './calendar-message';
import { type ConversationFacts, includesAny, isColleague, isInConversation } from './conversation';
import { failedRecipients, isDeliveryReport, readDeliveryReport } from './delivery-report';
import { headerAddresses } from './header-addresses';
import type { MessageClass } from './message-class';
import type { MessageHead } from './message-head';
import { messageIdsIn } from './message-id';
import { KEY_HEADER } from './outgoing-message';
import { isAbsence, readMachine } from './read-machine';
import { isUnsubscribeSubject, unsubscribedEnrollment } from './unsubscribe';

/** A message with everything that was read of it for one enrollment. */
interface Letter {
  readonly head: MessageHead;
  readonly facts: ConversationFacts;
  readonly from: readonly string[];
  readonly subject: string;
  readonly text: string | undefined;
  readonly byContact: boolean;
  readonly inConversation: boolean;
  /** Not older than the enrollment. */
  readonly isNew: boolean;
}

/**
 * Tells what a message means to an enrollment: by its header, and by its text where that was read.
 * In doubt it is a person who wrote: one email less is better than one after an answer.
 *
 * Bounces come before automatic mail, because RFC 3834 lets both carry `Auto-Submitted`; so do
 * answers to invitations, which Google's calendar sends as automatic for whoever pressed the button.
 *
 * @param text as {@link Mailbox.readText} gives it; what {@link needsText} says is worth reading
 * @example classify(head, facts, 'Sounds good!') // { kind: 'reply', by: 'contact', asksOptOut: false }
 */
export function classify(head: MessageHead, facts: ConversationFacts, text?: string): MessageClass {
  const from = headerAddresses(head.headers.get('from') ?? '');
  const letter: Letter = {
    head,
    facts,
    from,
    subject: head.headers.get('subject') ?? '',
    text,
    byContact: includesAny(facts.contactAddresses, from),
    inConversation: isInConversation(head, facts),
    isNew: head.at >= facts.since,
  };
  if (head.own || includesAny(facts.ownAddresses, from)) return ownClass(letter);
  // Before automatic mail: a button of a mail program may well say that it wrote the letter.
  if (isOptOut(letter)) return { kind: 'optOut' };
  return reportClass(letter) ?? foreignClass(letter);
}

/** Would the text of a message that was classified by its header tell more? */
export function needsText({ kind }: MessageClass): boolean {
  return (
    kind === 'reply' ||
    kind === 'absence' ||
    kind === 'automatic' ||
    kind === 'bounce' ||
    kind === 'left'
  );
}

function ownClass({ head, facts, from, inConversation, isNew }: Letter): MessageClass {
  const { headers } = head;
  const to = ['to', 'cc'].flatMap((name) => headerAddresses(headers.get(name) ?? ''));
  const [id = ''] = messageIdsIn(headers.get('message-id') ?? '');
  const isOurs = headers.has(KEY_HEADER.toLowerCase()) || facts.sentIds.includes(id);
  const isByHand = !isCalendarMessage(headers) && machineMark(headers, from) === 'none';
  const concerns = inConversation || includesAny(facts.contactAddresses, to);
  return { kind: !isOurs && isByHand && isNew && concerns ? 'ownMessage' : 'own' };
}

/** Whoever knows the key of our email got it from that email, also at a forwarding address. */
function isOptOut({ head, facts, subject, byContact, inConversation, isNew }: Letter): boolean {
  if (!isUnsubscribeSubject(subject) || isDeliveryReport(head.headers)) return false;
  const to = headerAddresses(head.headers.get('to') ?? '');
  if (!includesAny(facts.ownAddresses, to)) return false;
  const named = unsubscribedEnrollment(subject);
  if (named !== undefined && named === facts.enrollmentId) return true;
  return (byContact || inConversation) && isNew;
}

function reportClass(letter: Letter): MessageClass | undefined {
  const { head, facts, from, subject, text = '', byContact, inConversation } = letter;
  const failed = failedRecipients(head.headers);
  const isReport = isDeliveryReport(head.headers) || failed !== undefined;
  // A contact may be called postmaster@…; their own letters are letters.
  if (!isReport && (byContact || !isDaemon(from))) return undefined;
  // A report that names its recipients is about them, even in a conversation with others in copy.
  const concerns = failed?.length ? includesAny(facts.contactAddresses, failed) : inConversation;
  if (!concerns) return { kind: 'unrelated' };
  const report = readDeliveryReport(subject, text, facts.contactAddresses);
  if (report.kind === 'pending') return { kind: 'automatic' };
  const { permanence, status } = report;
  return { kind: 'bounce', permanence, ...(status !== undefined && { status }) };
}

function foreignClass(letter: Letter): MessageClass {
  const { head, facts, from, subject, text, byContact, inConversation, isNew } = letter;
  const { headers } = head;
  const mark = machineMark(headers, byContact ? [] : from);
  // A post to a mailing list we both read answers us only if it joins our conversation.
  const isListPost = /^\s*list\b/i.test(headers.get('precedence') ?? '');
  if (!inConversation && (!byContact || !isNew || isListPost)) {
    const writes = isNew && !isListPost && mark === 'none' && !isCalendarMessage(headers);
    const isPerson = writes && isColleague(facts, from) && !from.every(isRoleAddress);
    return { kind: isPerson && !byContact ? 'colleague' : 'unrelated' };
  }
  if (isCalendarMessage(headers)) {
    const answer = calendarAnswer(subject);
    return answer === undefined ? reply(letter) : { kind: 'calendarAnswer', answer };
  }
  const machine = { subject, text, facts, at: head.at };
  if (mark === 'certain') return readMachine(machine);
  if (isAbsence(headers, machine)) return readMachine(machine);
  return mark === 'possible' && !inConversation && isBulk(headers)
    ? { kind: 'automatic' }
    : reply(letter);
}

function reply({ facts, from, text, byContact }: Letter): MessageClass {
  const by = byContact ? 'contact' : isColleague(facts, from) ? 'colleague' : 'other';
  return { kind: 'reply', by, asksOptOut: text !== undefined && asksOptOut(text) };
}
