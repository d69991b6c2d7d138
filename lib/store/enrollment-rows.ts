import { displayName } from '@/lib/domain/contact/contact-name';
import { type Enrollment, enrollmentSchema, isLive } from '@/lib/domain/enrollment/enrollment';
import { pauseOf } from '@/lib/domain/enrollment/pause-of';
import { waitingOf } from '@/lib/domain/enrollment/waiting-of';
import type { EnrollmentRow } from '@/lib/rpc/list-views';
import type { Instant } from '@/lib/time/instant';
import { isAskedToStop } from './asked-to-stop';
import { getContact } from './contacts';
import { openRowOf } from './outbox';
import { parseRow } from './parse-row';
import type { Database } from './schema';
import { getSequence } from './sequences';
import { readPausedAll } from './standing';
import type { ReadTx } from './transaction';

/** Enrollments, last changed first. */
export async function readEnrollmentRows(
  database: Database,
  { limit }: { readonly limit: number },
): Promise<readonly EnrollmentRow[]> {
  const tx = database.transaction([
    'enrollments',
    'contacts',
    'sequenceVersions',
    'outbox',
    'suppression',
    'meta',
  ]);
  const pausedAll = await readPausedAll(tx);
  const rows: EnrollmentRow[] = [];
  let cursor = await tx.objectStore('enrollments').index('updated').openCursor(null, 'prev');
  while (cursor !== null && rows.length < limit) {
    rows.push(await rowOf(tx, parseRow(enrollmentSchema, cursor.value), pausedAll));
    cursor = await cursor.continue();
  }
  return rows;
}

async function rowOf(
  tx: ReadTx<'contacts' | 'sequenceVersions' | 'outbox' | 'suppression'>,
  enrollment: Enrollment,
  pausedAll: Instant | undefined,
): Promise<EnrollmentRow> {
  const [contact, sequence, open, asksOptOut] = await Promise.all([
    getContact(tx, enrollment.contactId),
    getSequence(tx, enrollment.sequenceId, enrollment.sequenceVersion),
    openRowOf(tx, enrollment.id),
    isAskedToStop(tx, enrollment),
  ]);
  const { state } = enrollment;
  const waiting = waitingOf(open, pausedAll);
  const steps = sequence?.steps.length ?? 0;
  const pause = pauseOf(state);
  return {
    enrollmentId: enrollment.id,
    contactId: enrollment.contactId,
    contactName: contact ? displayName(contact) : enrollment.to,
    to: enrollment.to,
    from: enrollment.from,
    sequenceName: sequence?.name ?? '',
    state: state.kind,
    ...(state.kind === 'unenrolled' && { reason: state.reason }),
    ...(state.kind === 'failed' && { reason: state.code }),
    step: Math.min(enrollment.nextStep + 1, steps),
    steps,
    ...(enrollment.nextAt !== undefined &&
      state.kind !== 'paused' && { nextAt: enrollment.nextAt }),
    zone: enrollment.zone,
    zoneSource: enrollment.zoneSource,
    updatedAt: enrollment.updatedAt,
    ...(waiting && { waiting }),
    ...(enrollment.heldBy !== undefined && isLive(enrollment) && { waiting: 'task' }),
    ...(pause && { pause }),
    ...(asksOptOut && { asksOptOut }),
  };
}
