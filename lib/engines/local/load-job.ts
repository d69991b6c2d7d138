import type { Contact } from '@/lib/domain/contact/contact';
import type { Enrollment } from '@/lib/domain/enrollment/enrollment';
import type { OutboxRow } from '@/lib/domain/enrollment/outbox-row';
import type { Sender } from '@/lib/domain/sender/sender';
import type { Sequence } from '@/lib/domain/sequence/sequence';
import {
  type AutomatedEmail,
  isTaskStep,
  type Step,
  type TaskStep,
} from '@/lib/domain/sequence/step';
import { getContact } from '@/lib/store/contacts';
import { getEnrollment } from '@/lib/store/enrollments';
import { getOutboxRow } from '@/lib/store/outbox';
import { getSender } from '@/lib/store/senders';
import { getSequence } from '@/lib/store/sequences';
import type { ReadTx } from '@/lib/store/transaction';

/** A row with everything that running it needs: an email, unless something else is said. */
export interface Job<Kind extends Step = AutomatedEmail> {
  readonly row: OutboxRow;
  readonly enrollment: Enrollment;
  readonly sequence: Sequence;
  readonly step: Kind;
  readonly contact: Contact;
  readonly sender: Sender;
}

export type Loaded<Kind extends Step = AutomatedEmail> =
  | { readonly kind: 'job'; readonly job: Job<Kind> }
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

/** Reads the row of an email and what belongs to it, as they are now. */
export async function loadJob(tx: JobTx, key: string): Promise<Loaded> {
  const loaded = await loadStep(tx, key);
  if (loaded.kind !== 'job') return loaded;
  const { step } = loaded.job;
  return isTaskStep(step)
    ? { kind: 'broken', row: loaded.job.row, what: 'sequenceMissing' }
    : { kind: 'job', job: { ...loaded.job, step } };
}

/** The same for a step that becomes a task. */
export async function loadTaskJob(tx: JobTx, key: string): Promise<Loaded<TaskStep>> {
  const loaded = await loadStep(tx, key);
  if (loaded.kind !== 'job') return loaded;
  const { step } = loaded.job;
  return isTaskStep(step)
    ? { kind: 'job', job: { ...loaded.job, step } }
    : { kind: 'broken', row: loaded.job.row, what: 'sequenceMissing' };
}

type JobTx = ReadTx<(typeof JOB_STORES)[number]>;

async function loadStep(tx: JobTx, key: string): Promise<Loaded<Step>> {
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
