import { askWhenLate } from '@/lib/domain/enrollment/ask-when-late';
import { latenessOf } from '@/lib/domain/enrollment/lateness';
import { putEnrollment } from '@/lib/store/enrollments';
import { appendJournal } from '@/lib/store/journal';
import { putOutboxRow } from '@/lib/store/outbox';
import { readPausedAll } from '@/lib/store/standing';
import type { WriteTx } from '@/lib/store/transaction';
import { DAY, type Instant } from '@/lib/time/instant';
import type { Job } from './load-job';

/**
 * Does the rep have to say something before this email may leave? They may have paused everything, or
 * it is so late that they are asked first. What is held says so where they look.
 */
export async function heldForRep(
  tx: WriteTx<'meta' | 'outbox' | 'enrollments' | 'journal'>,
  job: Job,
  now: Instant,
): Promise<boolean> {
  if ((await readPausedAll(tx)) === undefined) return askedWhenLate(tx, job, now);
  // It stays due, and runs by the same rules when sending goes on.
  if (job.row.handedOverAt === undefined) await putOutboxRow(tx, { ...job.row, state: 'due' });
  return true;
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
