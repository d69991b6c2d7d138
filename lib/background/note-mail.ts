import { addressKey } from '@/lib/domain/contact/email-address';
import type { Enrollment } from '@/lib/domain/enrollment/enrollment';
import type { MessageHead } from '@/lib/domain/message/message-head';
import type { Sender } from '@/lib/domain/sender/sender';
import { getContact, putContact } from '@/lib/store/contacts';
import { appendJournal } from '@/lib/store/journal';
import { findSuppression, putSuppression } from '@/lib/store/suppressions';
import type { WriteTx } from '@/lib/store/transaction';
import { writeAtOnce } from '@/lib/store/write-at-once';
import type { WorkerDeps } from './deps';

type NoteDeps = Pick<WorkerDeps, 'connection' | 'clock'>;

/** A message, and whose mailbox it arrived in. */
export interface About {
  readonly sender: Sender;
  readonly head: MessageHead;
}

type MailCode = 'replySeen' | 'autoReplySeen' | 'bounceSeen' | 'suppressed';

/** Keeps that a message was seen and what it was taken for. */
export async function noteMail(
  { connection, clock }: NoteDeps,
  about: About,
  enrollment: Enrollment,
  code: MailCode,
): Promise<void> {
  await writeAtOnce(await connection.get(), ['journal'], (tx) =>
    append(tx, about, enrollment, { code, at: clock.now() }),
  );
}

/** The contact has answered: whatever they are, they are no cold lead. */
export async function noteEngaged(
  { connection }: NoteDeps,
  { head }: About,
  { contactId }: Enrollment,
): Promise<void> {
  await writeAtOnce(await connection.get(), ['contacts'], async (tx) => {
    const contact = await getContact(tx, contactId);
    if (contact === undefined || (contact.engagedAt ?? 0) >= head.at) return;
    await putContact(tx, { ...contact, engagedAt: head.at });
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
  await writeAtOnce(await connection.get(), ['suppression', 'journal'], async (tx) => {
    const before = await findSuppression(tx, address);
    // The same mail may be read again; a wish weighs more than an unreachable address.
    if (before?.address === address && (before.reason === reason || reason === 'bounced')) return;
    await putSuppression(tx, { address, reason, at });
    await append(tx, about, enrollment, { code: 'suppressed', at, reason });
  });
}

async function append(
  tx: WriteTx<'journal'>,
  { sender, head }: About,
  enrollment: Enrollment,
  { code, at, reason }: { readonly code: MailCode; readonly at: number; readonly reason?: string },
): Promise<void> {
  await appendJournal(tx, {
    at,
    code,
    actor: 'engine',
    contactId: enrollment.contactId,
    enrollmentId: enrollment.id,
    senderId: sender.id,
    params: { message: head.messageId, ...(reason !== undefined && { reason }) },
  });
}
