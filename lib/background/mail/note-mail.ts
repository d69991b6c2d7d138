import type { WorkerDeps } from '@/lib/background/deps';
import { addressKey } from '@/lib/domain/contact/email-address';
import type { Enrollment } from '@/lib/domain/enrollment/enrollment';
import type { JournalCode } from '@/lib/domain/journal-entry';
import type { MessageHead } from '@/lib/domain/message/message-head';
import type { Sender } from '@/lib/domain/sender/sender';
import { appendJournal, journalOfContactSince } from '@/lib/store/journal';
import { findSuppression, putSuppression } from '@/lib/store/suppressions';
import type { ReadTx, WriteTx } from '@/lib/store/transaction';
import { addWorkflowEvent } from '@/lib/store/workflow-events';
import { writeAtOnce } from '@/lib/store/write-at-once';
import { DAY, type Instant } from '@/lib/time/instant';

export type NoteDeps = Pick<WorkerDeps, 'connection' | 'clock'>;

/** A message, and whose mailbox it arrived in. */
export interface About {
  readonly sender: Sender;
  readonly head: MessageHead;
}

/** What is written about a message. */
export interface MailNote {
  readonly at: Instant;
  readonly code: JournalCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Keeps that a message was seen and what it was taken for, once however often it is read. */
export async function noteMail(
  { connection, clock }: NoteDeps,
  about: About,
  enrollment: Enrollment,
  code: JournalCode,
): Promise<void> {
  await writeAtOnce(await connection.get(), ['journal'], async (tx) => {
    await noteOnce(tx, about, enrollment, { code, at: clock.now() });
  });
}

/**
 * The same within a transaction that does something about it.
 *
 * @returns whether it is new: then it is to be acted upon
 */
export async function noteOnce(
  tx: WriteTx<'journal'>,
  about: About,
  enrollment: Enrollment,
  note: MailNote,
): Promise<boolean> {
  const { contactId, id } = enrollment;
  const known = await notesOf(tx, about, contactId);
  if (known.some(({ code, enrollmentId }) => code === note.code && enrollmentId === id)) {
    return false;
  }
  await appendNote(tx, about, enrollment, note);
  return true;
}

/** What was written about a message before. Only after it arrived, whatever two clocks make of that. */
export async function notesOf(
  tx: ReadTx<'journal'>,
  { head }: About,
  contactId: Enrollment['contactId'],
) {
  const entries = await journalOfContactSince(tx, contactId, head.at - DAY);
  return entries.filter(({ params }) => params['message'] === head.messageId);
}

export async function appendNote(
  tx: WriteTx<'journal'>,
  { sender, head }: About,
  enrollment: Enrollment,
  { at, code, params }: MailNote,
): Promise<void> {
  await appendJournal(tx, {
    at,
    code,
    actor: 'engine',
    contactId: enrollment.contactId,
    enrollmentId: enrollment.id,
    senderId: sender.id,
    params: { message: head.messageId, ...params },
  });
}

/** Where an email bounced, or somebody asked to be left alone, no sequence writes to again. */
export async function noteSuppressed(
  { connection, clock }: NoteDeps,
  about: About,
  enrollment: Enrollment,
  reason: 'bounced' | 'optedOut',
): Promise<void> {
  const at = clock.now();
  const address = addressKey(enrollment.to);
  const stores = ['suppression', 'journal', 'workflowEvents'] as const;
  await writeAtOnce(await connection.get(), stores, async (tx) => {
    const before = await findSuppression(tx, address);
    // The same mail may be read again; a wish weighs more than an unreachable address.
    if (before?.address === address && (before.reason === reason || reason === 'bounced')) return;
    await putSuppression(tx, { address, reason, at });
    await appendNote(tx, about, enrollment, { code: 'suppressed', at, params: { reason } });
    const type = reason === 'bounced' ? 'emailBounced' : 'emailUnsubscribed';
    const { contactId, sequenceId } = enrollment;
    await addWorkflowEvent(tx, { contactId, at, event: { type, sequenceId } });
  });
}
