import type { WorkerDeps } from '@/lib/background/deps';
import { addressKey } from '@/lib/domain/contact/email-address';
import { mailboxKey } from '@/lib/domain/contact/mailbox-key';
import { type Enrollment, isLive } from '@/lib/domain/enrollment/enrollment';
import { isBookedWith } from '@/lib/domain/meeting/is-booked-with';
import type { Meeting } from '@/lib/domain/meeting/meeting';
import type { Sender } from '@/lib/domain/sender/sender';
import type { Calendar } from '@/lib/mailboxes/calendars/calendar';
import type { MailboxFailure } from '@/lib/mailboxes/mailbox';
import { findClaim } from '@/lib/store/claims';
import { findContacts, getContact } from '@/lib/store/contacts';
import { getEnrollment } from '@/lib/store/enrollments';
import { appendJournal, journalOfContactSince } from '@/lib/store/journal';
import { KEEP_STORES, keepContact } from '@/lib/store/keep-contact';
import { getSender, putSender } from '@/lib/store/senders';
import { addWorkflowEvent } from '@/lib/store/workflow-events';
import { writeAtOnce } from '@/lib/store/write-at-once';
import { HOUR, type Instant, MINUTE } from '@/lib/time/instant';
import { type ExitDeps, exitByScope } from './exit-by-scope';

/** Two clocks differ, and a provider shows a change a little after it was made. */
const OVERLAP = 5 * MINUTE;
const ASK_AGAIN = HOUR;
/** Larger ones are no meeting with one of us. */
const MOST_GUESTS = 50;

export type MeetingDeps = ExitDeps &
  Pick<WorkerDeps, 'connection' | 'clock' | 'changed'> & {
    /** The rep's calendar; `undefined` where the mailbox has none. */
    readonly calendarOf: (sender: Sender) => Calendar | undefined;
  };

/**
 * Reads which meetings were made since the last look and ends the enrollments of their guests.
 *
 * @returns why the calendar could not be read; `undefined` also where nobody lets us
 */
export async function watchMeetings(
  deps: MeetingDeps,
  sender: Sender,
  signal: AbortSignal,
): Promise<MailboxFailure | undefined> {
  const calendar = deps.calendarOf(sender);
  if (calendar === undefined) return undefined;
  const startedAt = deps.clock.now();
  if (isToldNo(sender, startedAt)) return undefined;
  const since = (sender.calendar?.readAt ?? sender.connectedAt) - OVERLAP;
  const read = await calendar.meetingsSince(since, signal);
  if (read.kind === 'notGranted') {
    await keepState(deps, sender, { state: 'notGranted', readAt: startedAt });
    return undefined;
  }
  // What the calendar will never answer must not keep emails from leaving.
  if (read.kind === 'refused') return undefined;
  if (read.kind !== 'ok') return read;
  for (const meeting of read.value) await actOnMeeting(deps, sender, meeting);
  await keepState(deps, sender, { state: 'read', readAt: startedAt });
  return undefined;
}

/** Nobody lets us see it: asked again at times, and at once after the rep has connected again. */
function isToldNo({ calendar, connectedAt }: Sender, now: Instant): boolean {
  if (calendar?.state !== 'notGranted' || connectedAt > calendar.readAt) return false;
  return now - calendar.readAt < ASK_AGAIN;
}

async function actOnMeeting(deps: MeetingDeps, sender: Sender, meeting: Meeting): Promise<void> {
  const ownAddresses = sender.addresses.map(({ address }) => address);
  for (const { enrollment, contactAddresses } of await guestsOf(deps, meeting)) {
    const since = enrollment.createdAt;
    if (!isBookedWith(meeting, { ownAddresses, contactAddresses, since })) continue;
    await noteMeeting(deps, sender, { meeting, enrollment });
    await exitByScope(deps, enrollment, 'meeting');
  }
}

/** The live enrollments of a meeting's guests. */
async function guestsOf(
  { connection }: MeetingDeps,
  { guests }: Meeting,
): Promise<readonly { enrollment: Enrollment; contactAddresses: readonly string[] }[]> {
  if (guests.length > MOST_GUESTS) return [];
  const tx = (await connection.get()).transaction(['claims', 'contacts', 'enrollments']);
  const addresses = [
    ...new Set(guests.flatMap(({ address }) => [addressKey(address), mailboxKey(address)])),
  ];
  const contacts = await findContacts(tx, { addresses });
  const claims = await Promise.all([
    ...contacts.map(({ id }) => findClaim(tx, { contactIds: [id], addresses: [] })),
    ...addresses.map((address) => findClaim(tx, { contactIds: [], addresses: [address] })),
  ]);
  const ids = new Set(claims.flatMap((claim) => (claim ? [claim.enrollmentId] : [])));
  const found = await Promise.all(
    [...ids].map(async (id) => {
      const enrollment = await getEnrollment(tx, id);
      if (enrollment === undefined || !isLive(enrollment)) return [];
      const contact = await getContact(tx, enrollment.contactId);
      return [{ enrollment, contactAddresses: [enrollment.to, ...(contact?.emails ?? [])] }];
    }),
  );
  return found.flat();
}

/** Once per meeting and enrollment, however often the meeting is changed. */
async function noteMeeting(
  { connection, clock, changed }: MeetingDeps,
  sender: Sender,
  { meeting, enrollment }: { readonly meeting: Meeting; readonly enrollment: Enrollment },
): Promise<void> {
  const { contactId, sequenceId, id } = enrollment;
  const at = clock.now();
  const stores = [...KEEP_STORES, 'journal'] as const;
  await writeAtOnce(await connection.get(), stores, async (tx) => {
    const entries = await journalOfContactSince(tx, contactId, enrollment.createdAt);
    const isKnown = entries.some(
      ({ code, enrollmentId, params }) =>
        code === 'meetingSeen' && enrollmentId === id && params['meeting'] === meeting.id,
    );
    if (isKnown) return;
    const contact = await getContact(tx, contactId);
    if (contact !== undefined && (contact.engagedAt ?? 0) < at) {
      await keepContact(tx, contact, { ...contact, engagedAt: at }, { now: at });
    }
    await appendJournal(tx, {
      at,
      code: 'meetingSeen',
      actor: 'engine',
      contactId,
      enrollmentId: id,
      senderId: sender.id,
      params: { meeting: meeting.id },
    });
    await addWorkflowEvent(tx, { contactId, at, event: { type: 'meetingBooked', sequenceId } });
  });
  changed();
}

async function keepState(
  { connection, changed }: MeetingDeps,
  { id }: Sender,
  next: { readonly state: 'read' | 'notGranted'; readonly readAt: Instant },
): Promise<void> {
  const isNews = await writeAtOnce(await connection.get(), ['senders'], async (tx) => {
    const sender = await getSender(tx, id);
    if (sender === undefined) return false;
    await putSender(tx, { ...sender, calendar: next });
    return sender.calendar?.state !== next.state;
  });
  if (isNews) changed();
}
