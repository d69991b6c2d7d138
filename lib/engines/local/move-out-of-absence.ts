import { earliestSlot } from '@/lib/domain/enrollment/earliest-slot';
import type { OutboxRow } from '@/lib/domain/enrollment/outbox-row';
import { timesOf } from '@/lib/domain/enrollment/times-of';
import { backAt } from '@/lib/domain/schedule/back-at';
import { withAbsence } from '@/lib/domain/schedule/with-absence';
import { senderLimit } from '@/lib/domain/sender/sender-limit';
import { calendarOf } from '@/lib/store/calendars';
import { putEnrollment } from '@/lib/store/enrollments';
import { appendJournal } from '@/lib/store/journal';
import { limitBucketsOfWeek, reserve, unreserve } from '@/lib/store/limits';
import { putOutboxRow } from '@/lib/store/outbox';
import type { WriteTx } from '@/lib/store/transaction';
import type { Instant } from '@/lib/time/instant';
import { JOB_STORES, loadJob } from './load-job';
import { MOVE_STORES } from './move-to-slot';

export const MOVE_AWAY_STORES = [...new Set([...JOB_STORES, ...MOVE_STORES] as const)] as const;

/**
 * Plans a row anew that stands on a day on which its sender is away: for the first moment after it.
 * One that rests, or that a worker has taken, is left alone.
 */
export async function moveOutOfAbsence(
  tx: WriteTx<(typeof MOVE_AWAY_STORES)[number]>,
  { key }: OutboxRow,
  now: Instant,
): Promise<void> {
  const loaded = await loadJob(tx, key);
  if (loaded.kind !== 'job') return;
  const { row, enrollment, sequence, step, sender, contact } = loaded.job;
  const calendar = withAbsence(await calendarOf(tx, contact, enrollment.zone), sender);
  const back = backAt(row.dueAt, calendar.absence);
  if (row.state !== 'due' || row.wakeAt === undefined || back === undefined) return;
  const takesPlace = row.effect === 'email';
  if (takesPlace) await unreserve(tx, sender.id, row.dueAt);
  const slot = earliestSlot(back, {
    buckets: await limitBucketsOfWeek(tx, sender.id, back),
    perMinute: sender.perMinute,
    perDay: senderLimit(sender),
    times: timesOf(enrollment, sequence, step, calendar),
  });
  const dueAt = slot ?? back;
  if (takesPlace) await reserve(tx, sender.id, dueAt);
  const { lateSince: _moved, promisedAt: _told, ...rest } = row;
  await putOutboxRow(tx, { ...rest, dueAt, wakeAt: dueAt, waiting: 'away' });
  await putEnrollment(tx, { ...enrollment, nextAt: dueAt, updatedAt: now });
  await appendJournal(tx, {
    at: now,
    code: 'deferred',
    actor: 'engine',
    contactId: row.contactId,
    enrollmentId: row.enrollmentId,
    senderId: sender.id,
    params: { reason: 'away', until: dueAt },
  });
}
