import { timesOf } from '@/lib/domain/enrollment/times-of';
import { CALENDAR_STORES, calendarOf } from '@/lib/store/calendars';
import { putEnrollment } from '@/lib/store/enrollments';
import { appendJournal } from '@/lib/store/journal';
import { limitBucketsOfWeek, reserve, unreserve } from '@/lib/store/limits';
import { putOutboxRow } from '@/lib/store/outbox';
import type { WriteTx } from '@/lib/store/transaction';
import { type Instant, MINUTE } from '@/lib/time/instant';
import type { Job } from './load-job';
import { slotAt } from './slot-at';

export const MOVE_STORES = [
  ...CALENDAR_STORES,
  'outbox',
  'enrollments',
  'limits',
  'journal',
] as const;

/** A first email is sent at whatever hour a person chose; this much later it is not that hour. */
const CHOSEN_HOUR = 15 * MINUTE;

/**
 * Plans an email that may not leave now for when it may, and its reservation with it.
 *
 * @returns whether it had to be moved
 */
export async function movedToSlot(
  tx: WriteTx<(typeof MOVE_STORES)[number]>,
  job: Job,
  now: Instant,
): Promise<boolean> {
  const { row, enrollment, sequence, step, sender, contact } = job;
  await unreserve(tx, sender.id, row.dueAt);
  const buckets = await limitBucketsOfWeek(tx, sender.id, now);
  const calendar = await calendarOf(tx, contact, enrollment.zone);
  const isChosen = enrollment.state.kind === 'scheduled' && now - row.dueAt < CHOSEN_HOUR;
  const times = isChosen ? undefined : timesOf(enrollment, sequence, step, calendar);
  const slot = slotAt(now, { buckets, sender, ...(times && { times }) });
  const dueAt = slot.kind === 'now' ? row.dueAt : slot.at;
  await reserve(tx, sender.id, dueAt);
  if (slot.kind === 'now') return false;
  const { waiting: _over, ...rest } = row;
  await putOutboxRow(tx, {
    ...rest,
    dueAt,
    wakeAt: dueAt,
    ...(slot.why === 'limit' && { waiting: slot.why }),
  });
  await putEnrollment(tx, { ...enrollment, nextAt: dueAt, updatedAt: now });
  if (slot.why !== 'limit') return true;
  await appendJournal(tx, {
    at: now,
    code: 'deferred',
    actor: 'engine',
    contactId: row.contactId,
    enrollmentId: row.enrollmentId,
    senderId: sender.id,
    params: { reason: 'limit', until: dueAt },
  });
  return true;
}
