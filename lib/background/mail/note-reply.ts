import type { Enrollment } from '@/lib/domain/enrollment/enrollment';
import { getContact } from '@/lib/store/contacts';
import { getEnrollment, putEnrollment } from '@/lib/store/enrollments';
import { KEEP_STORES, keepContact } from '@/lib/store/keep-contact';
import { addWorkflowEvent } from '@/lib/store/workflow-events';
import { writeAtOnce } from '@/lib/store/write-at-once';
import { countAnswer } from './count-answer';
import { type About, appendNote, type NoteDeps, notesOf } from './note-mail';

const STORES = [
  ...KEEP_STORES,
  'journal',
  'enrollments',
  'outbox',
  'sequences',
  'sequenceVersions',
] as const;

/**
 * The contact has answered, also after the last email: whatever they are, they are no cold lead. The
 * same mail may be read again, or belong to two enrollments; it is one answer. That it seems to ask
 * not to be written to is kept for a person to decide.
 */
export async function noteReply(
  { connection, clock }: NoteDeps,
  about: About,
  enrollment: Enrollment,
  { asksOptOut }: { readonly asksOptOut: boolean },
): Promise<void> {
  const { contactId, sequenceId } = enrollment;
  const at = clock.now();
  await writeAtOnce(await connection.get(), STORES, async (tx) => {
    const known = await notesOf(tx, about, contactId);
    if (known.some(({ code }) => code === 'replySeen')) return;
    const contact = await getContact(tx, contactId);
    if (contact !== undefined && (contact.engagedAt ?? 0) < about.head.at) {
      await keepContact(tx, contact, { ...contact, engagedAt: about.head.at }, { now: at });
    }
    await appendNote(tx, about, enrollment, { code: 'replySeen', at });
    await addWorkflowEvent(tx, { contactId, at, event: { type: 'emailReplied', sequenceId } });
    if (asksOptOut) await appendNote(tx, about, enrollment, { code: 'optOutAsked', at });
    const current = await getEnrollment(tx, enrollment.id);
    if (current === undefined) return;
    if (current.answeredAt === undefined) await countAnswer(tx, current);
    await putEnrollment(tx, {
      ...current,
      answeredAt: current.answeredAt ?? about.head.at,
      ...(asksOptOut && { optOutAsked: true }),
      updatedAt: at,
    });
  });
}
