import type { Contact } from '@/lib/domain/contact/contact';
import type { Enrollment } from '@/lib/domain/enrollment/enrollment';
import type { OutboxRow } from '@/lib/domain/enrollment/outbox-row';
import type { Sender } from '@/lib/domain/sender/sender';
import type { Sequence } from '@/lib/domain/sequence/sequence';
import type { AutomatedEmail } from '@/lib/domain/sequence/step';
import { getContact } from '@/lib/store/contacts';
import { getEnrollment } from '@/lib/store/enrollments';
import { getOutboxRow } from '@/lib/store/outbox';
import { getSender } from '@/lib/store/senders';
import { getSequence } from '@/lib/store/sequences';
import type { ReadTx } from '@/lib/store/transaction';

/** A row with everything that sending it needs. */
export interface Job {
  readonly row: OutboxRow;
  readonly enrollment: Enrollment;
  readonly sequence: Sequence;
  readonly step: AutomatedEmail;
  readonly contact: Contact;
  readonly sender: Sender;
}

export type Loaded =
  | { readonly kind: 'job'; readonly job: Job }
  /** The row is final or was taken back meanwhile. */
  | { readonly kind: 'settled' }
  /** Something that the row points to is missing; `what` is a stable code. */
  | { readonly kind: 'broken'; readonly row: OutboxRow; readonly what: string };

export const JOB_STORES = [
  'outbox',
  'enrollments',
  'sequenceVersions',
  'contacts',
  'senders',
] as const;

/** Reads a row and what belongs to it, as they are now. */
export async function loadJob(
  tx: ReadTx<(typeof JOB_STORES)[number]>,
  key: string,
): Promise<Loaded> {
  const row = await getOutboxRow(tx, key);
  if (row === undefined || row.state === 'sent' || row.state === 'failed') {
    return { kind: 'settled' };
  }
  const enrollment = await getEnrollment(tx, row.enrollmentId);
  if (enrollment === undefined) return { kind: 'broken', row, what: 'enrollmentMissing' };
  const [sequence, contact, sender] = await Promise.all([
    getSequence(tx, enrollment.sequenceId, enrollment.sequenceVersion),
    getContact(tx, enrollment.contactId),
    getSender(tx, enrollment.senderId),
  ]);
  const step = sequence?.steps[row.stepIndex];
  if (sequence === undefined || step === undefined) {
    return { kind: 'broken', row, what: 'sequenceMissing' };
  }
  if (contact === undefined) return { kind: 'broken', row, what: 'contactMissing' };
  if (sender === undefined) return { kind: 'broken', row, what: 'senderMissing' };
  return { kind: 'job', job: { row, enrollment, sequence, step, contact, sender } };
}
