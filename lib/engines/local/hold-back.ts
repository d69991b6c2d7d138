import { askWhenLate } from '@/lib/domain/enrollment/ask-when-late';
import { latenessOf } from '@/lib/domain/enrollment/lateness';
import { putEnrollment } from '@/lib/store/enrollments';
import { appendJournal } from '@/lib/store/journal';
import { putOutboxRow } from '@/lib/store/outbox';
import { readPausedAll } from '@/lib/store/standing';
import type { WriteTx } from '@/lib/store/transaction';
import { DAY, type Instant } from '@/lib/time/instant';
import type { Job } from './load-job';
import { type MOVE_STORES, movedToSlot } from './move-to-slot';

/**
 * Is a row that is due not to run now, whatever was planned? Asked in the transaction that would take
 * it: the rep may have paused everything, it may be so late that they are asked first, or there is no
 * room for it at this hour. What is held back says so where the rep looks.
 */
export async function heldBack(
  tx: WriteTx<(typeof MOVE_STORES)[number]>,
  job: Job,
  now: Instant,
): Promise<boolean> {
  // Nothing is written: it stays due, and runs by the same rules when sending goes on.
  if ((await readPausedAll(tx)) !== undefined) return true;
  return (await askedWhenLate(tx, job, now)) || movedToSlot(tx, job, now);
}

async function askedWhenLate(
  tx: WriteTx<'outbox' | 'enrollments' | 'journal'>,
  { row, enrollment, sequence }: Job,
  now: Instant,
): Promise<boolean> {
  const { askWhenLateDays } = sequence.settings;
  const late = latenessOf(row, { now, zone: enrollment.zone, askWhenLateDays });
  if (late.kind !== 'ask') return false;
  const asked = askWhenLate(enrollment, row, now);
  await putEnrollment(tx, asked.enrollment);
  await putOutboxRow(tx, asked.row);
  await appendJournal(tx, {
    at: now,
    code: 'askedLate',
    actor: 'engine',
    contactId: row.contactId,
    enrollmentId: row.enrollmentId,
    senderId: row.senderId,
    params: { step: row.stepIndex + 1, days: Math.floor(late.lateMs / DAY) },
  });
  return true;
}
