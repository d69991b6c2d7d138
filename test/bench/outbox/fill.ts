import { addClaim } from '@/lib/store/claims';
import { putContact } from '@/lib/store/contacts';
import { putEnrollment } from '@/lib/store/enrollments';
import { reserve } from '@/lib/store/limits';
import { putOutboxRow } from '@/lib/store/outbox';
import type { Database } from '@/lib/store/schema';
import { putSender } from '@/lib/store/senders';
import { addSequenceVersion, countLive } from '@/lib/store/sequences';
import { DAY, MINUTE } from '@/lib/time/instant';
import {
  aContact,
  address,
  anEnrollment,
  anOutboxRow,
  aSender,
  aSequence,
  contactId,
  enrollmentId,
  NOW,
  senderId,
  sequenceId,
} from '@/test/support/builders';

/** Records in one transaction: many enough to be quick, few enough to fit into memory. */
const AT_ONCE = 10_000;
const SEQUENCES = 40;
const SENDERS = 5;
/** Emails per enrollment; the last one is still to come. */
export const ROWS_EACH = 10;
/** Everything that is due lies this long before `NOW`. */
const OVERDUE = 10 * MINUTE;
/** So many rows are due. */
const DUE = 500;

/** A company's database after a long time: most emails have left, every enrollment waits for one. */
export async function fill(database: Database, enrollments: number): Promise<void> {
  await putFew(database);
  for (let from = 0; from < enrollments; from += AT_ONCE) {
    await putEnrollments(database, from, Math.min(from + AT_ONCE, enrollments));
  }
  const rows = enrollments * ROWS_EACH;
  for (let from = 0; from < rows; from += AT_ONCE) {
    await putRows(database, { from, to: Math.min(from + AT_ONCE, rows), enrollments });
  }
}

const senderOf = (index: number) => senderId(`sender-${index % SENDERS}`);
const sequenceOf = (index: number) => sequenceId(`sequence-${index % SEQUENCES}`);
const enrollmentOf = (index: number) => enrollmentId(`enrollment-${index}`);
const dueAtOf = (index: number) =>
  index < DUE ? NOW - OVERDUE + index : NOW + 5 * MINUTE + ((index * 7_919) % (7 * DAY));

async function putFew(database: Database): Promise<void> {
  const tx = database.transaction(
    ['senders', 'sequences', 'sequenceVersions', 'limits', 'contacts'],
    'readwrite',
  );
  await putContact(tx, aContact());
  for (let index = 0; index < SENDERS; index += 1) {
    await putSender(
      tx,
      aSender({
        id: senderOf(index),
        address: address(`rep${index}@example.com`),
        polledAt: NOW,
      }),
    );
  }
  for (let index = 0; index < SEQUENCES; index += 1) {
    await addSequenceVersion(tx, aSequence({ id: sequenceOf(index) }));
    // The counter is what is read; who counts is counted elsewhere.
    await countLive(tx, sequenceOf(index), 1);
  }
  // As many as a day holds, however many enrollments there are.
  for (let index = 0; index < 2_000; index += 1) {
    await reserve(tx, senderOf(index), NOW + ((index * 7_919) % DAY));
  }
  await tx.done;
}

async function putEnrollments(database: Database, from: number, to: number): Promise<void> {
  const tx = database.transaction(['enrollments', 'claims'], 'readwrite', {
    durability: 'relaxed',
  });
  const puts: Promise<void>[] = [];
  for (let index = from; index < to; index += 1) {
    const enrollment = anEnrollment({
      id: enrollmentOf(index),
      contactId: contactId(`contact-${index}`),
      sequenceId: sequenceOf(index),
      senderId: senderOf(index),
      to: address(`person${index}@example.com`),
      state: { kind: 'active' },
      nextStep: ROWS_EACH - 1,
      nextAt: dueAtOf(index),
      thread: { threadId: `thread-${index}`, subject: 'A question', references: [] },
    });
    puts.push(putEnrollment(tx, enrollment), addClaim(tx, enrollment));
  }
  await Promise.all([...puts, tx.done]);
}

async function putRows(
  database: Database,
  of: { readonly from: number; readonly to: number; readonly enrollments: number },
): Promise<void> {
  const tx = database.transaction('outbox', 'readwrite', { durability: 'relaxed' });
  const puts: Promise<void>[] = [];
  for (let row = of.from; row < of.to; row += 1) {
    const index = row % of.enrollments;
    const step = Math.floor(row / of.enrollments);
    const isOpen = step === ROWS_EACH - 1;
    const dueAt = isOpen ? dueAtOf(index) : NOW - (ROWS_EACH - step) * DAY;
    puts.push(
      putOutboxRow(
        tx,
        anOutboxRow({
          key: `enrollment-${index}:step-${step}:0`,
          enrollmentId: enrollmentOf(index),
          contactId: contactId(`contact-${index}`),
          senderId: senderOf(index),
          stepIndex: step,
          dueAt,
          ...(isOpen
            ? { state: 'due', wakeAt: dueAt }
            : { state: 'sent', sentAt: dueAt, messageId: `message-${row}` }),
        }),
      ),
    );
  }
  await Promise.all([...puts, tx.done]);
}
