import { displayName } from '@/lib/domain/contact/contact-name';
import type { Enrollment } from '@/lib/domain/enrollment/enrollment';
import { pauseOf } from '@/lib/domain/enrollment/pause-of';
import { waitingOf } from '@/lib/domain/enrollment/waiting-of';
import type { ContactStatus, EnrolledStatus } from '@/lib/rpc/views';
import { isAskedToStop } from '@/lib/store/asked-to-stop';
import { getContact } from '@/lib/store/contacts';
import { getEnrollment, lastEnrollmentOf } from '@/lib/store/enrollments';
import { openRowOf } from '@/lib/store/outbox';
import { getSequence } from '@/lib/store/sequences';
import { readPausedAll } from '@/lib/store/standing';
import type { ReadTx } from '@/lib/store/transaction';
import type { Resolved } from './resolve-contact';

export const STATUS_STORES = [
  'contacts',
  'claims',
  'enrollments',
  'sequenceVersions',
  'outbox',
  'suppression',
  'meta',
] as const;

type StatusTx = ReadTx<(typeof STATUS_STORES)[number]>;

/** What the control on the page says about a person. */
export async function statusOf(tx: StatusTx, resolved: Resolved): Promise<ContactStatus> {
  const { claim, contact, knownIds } = resolved;
  const enrollment = claim && (await getEnrollment(tx, claim.enrollmentId));
  if (enrollment !== undefined) return enrolledStatus(tx, enrollment);
  if (contact.emails.length === 0) return { kind: 'unknown' };
  const [knownId] = knownIds;
  const last = knownId && (await lastEnrollmentOf(tx, knownId));
  const lastExit = last && (await exitOf(tx, last));
  return { kind: 'free', ...(lastExit && { lastExit }) };
}

/** The control of an enrolled contact. */
export async function enrolledStatus(
  tx: StatusTx,
  enrollment: Enrollment,
): Promise<EnrolledStatus> {
  const [sequence, contact, row, pausedAll] = await Promise.all([
    getSequence(tx, enrollment.sequenceId, enrollment.sequenceVersion),
    getContact(tx, enrollment.contactId),
    openRowOf(tx, enrollment.id),
    readPausedAll(tx),
  ]);
  const waiting = waitingOf(row, pausedAll);
  const steps = sequence?.steps.length ?? 0;
  const pause = pauseOf(enrollment.state);
  const paused = pause !== undefined;
  const held = enrollment.state.kind === 'scheduled' && row?.state === 'due' && row.attempts === 0;
  return {
    kind: 'enrolled',
    enrollmentId: enrollment.id,
    contactId: enrollment.contactId,
    contactName: contact ? displayName(contact) : enrollment.to,
    sequenceName: sequence?.name ?? '',
    step: Math.min(enrollment.nextStep + 1, steps),
    steps,
    ...(enrollment.nextAt !== undefined && !paused && { nextAt: enrollment.nextAt }),
    zone: enrollment.zone,
    zoneSource: enrollment.zoneSource,
    ...(held && row && { undoUntil: row.dueAt }),
    ...(pause && { paused, pause }),
    ...(waiting && { waiting }),
    ...(enrollment.heldBy !== undefined && { waiting: 'task' }),
  };
}

async function exitOf(tx: StatusTx, enrollment: Enrollment) {
  const { state } = enrollment;
  if (state.kind !== 'finished' && state.kind !== 'unenrolled' && state.kind !== 'failed') {
    return undefined;
  }
  // Taking back an enrollment leaves no trace in the control; the journal has it.
  if (state.kind === 'unenrolled' && state.reason === 'undone') return undefined;
  const sequence = await getSequence(tx, enrollment.sequenceId, enrollment.sequenceVersion);
  return {
    reason: state.kind === 'unenrolled' ? state.reason : state.kind,
    at: state.at,
    sequenceName: sequence?.name ?? '',
    ...((await isAskedToStop(tx, enrollment)) && { asksOptOut: true }),
  };
}
