import { addressKey } from '@/lib/domain/contact/email-address';
import type { Enrollment } from '@/lib/domain/enrollment/enrollment';
import type { MessageHead } from '@/lib/domain/message/message-head';
import type { Sender } from '@/lib/domain/sender/sender';
import { getContact } from '@/lib/store/contacts';
import { appendJournal, journalOfContactSince } from '@/lib/store/journal';
import { KEEP_STORES, keepContact } from '@/lib/store/keep-contact';
import { findSuppression, putSuppression } from '@/lib/store/suppressions';
import type { ReadTx, WriteTx } from '@/lib/store/transaction';
import { addWorkflowEvent } from '@/lib/store/workflow-events';
import { writeAtOnce } from '@/lib/store/write-at-once';
import { DAY } from '@/lib/time/instant';
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
  code: 'autoReplySeen' | 'bounceSeen',
): Promise<void> {
  await writeAtOnce(await connection.get(), ['journal'], (tx) =>
    append(tx, about, enrollment, { code, at: clock.now() }),
  );
}

/**
 * The contact has answered, also after the last email: whatever they are, they are no cold lead. The
 * same mail may be read again, or belong to two enrollments; it is one answer.
 */
export async function noteReply(
  { connection, clock }: NoteDeps,
  about: About,
  enrollment: Enrollment,
): Promise<void> {
  const { contactId, sequenceId } = enrollment;
  const at = clock.now();
  const stores = [...KEEP_STORES, 'journal'] as const;
  await writeAtOnce(await connection.get(), stores, async (tx) => {
    if (await isNoted(tx, about, contactId)) return;
    const contact = await getContact(tx, contactId);
    if (contact !== undefined && (contact.engagedAt ?? 0) < about.head.at) {
      await keepContact(tx, contact, { ...contact, engagedAt: about.head.at }, { now: at });
    }
    await append(tx, about, enrollment, { code: 'replySeen', at });
    await addWorkflowEvent(tx, { contactId, at, event: { type: 'emailReplied', sequenceId } });
  });
}

/** Was this answer noted before? Only after it arrived, whatever two clocks make of that. */
async function isNoted(
  tx: ReadTx<'journal'>,
  { head }: About,
  contactId: Enrollment['contactId'],
): Promise<boolean> {
  const entries = await journalOfContactSince(tx, contactId, head.at - DAY);
  return entries.some(
    ({ code, params }) => code === 'replySeen' && params['message'] === head.messageId,
  );
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
    await append(tx, about, enrollment, { code: 'suppressed', at, reason });
    const type = reason === 'bounced' ? 'emailBounced' : 'emailUnsubscribed';
    const { contactId, sequenceId } = enrollment;
    await addWorkflowEvent(tx, { contactId, at, event: { type, sequenceId } });
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
