import { GRACE } from '@/lib/domain/enrollment/lateness';
import type { OutboxRow } from '@/lib/domain/enrollment/outbox-row';
import { timesOf } from '@/lib/domain/enrollment/times-of';
import { withAbsence } from '@/lib/domain/schedule/with-absence';
import { CALENDAR_STORES, calendarOf } from '@/lib/store/calendars';
import { putEnrollment } from '@/lib/store/enrollments';
import { appendJournal } from '@/lib/store/journal';
import { limitBucketsOfWeek, reserve, unreserve } from '@/lib/store/limits';
import { putOutboxRow } from '@/lib/store/outbox';
import type { WriteTx } from '@/lib/store/transaction';
import { type Instant, MINUTE } from '@/lib/time/instant';
import type { Job } from './load-job';
import { type Slot, slotAt } from './slot-at';

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
  const calendar = withAbsence(await calendarOf(tx, contact, enrollment.zone), sender);
  const isChosen = enrollment.thread === undefined && now - row.dueAt < CHOSEN_HOUR;
  const times = isChosen ? undefined : timesOf(enrollment, sequence, step, calendar);
  const slot = slotAt(now, { buckets, sender, ...(times && { times }) });
  const dueAt = slot.kind === 'now' ? row.dueAt : slot.at;
  await reserve(tx, sender.id, dueAt);
  if (slot.kind === 'now') return false;
  await putOutboxRow(tx, movedRow(row, slot, now));
  await putEnrollment(tx, { ...enrollment, nextAt: dueAt, updatedAt: now });
  if (slot.why === 'turn') return true;
  await appendJournal(tx, {
    at: now,
    code: 'deferred',
    actor: 'engine',
    contactId: row.contactId,
    enrollmentId: row.enrollmentId,
    senderId: sender.id,
    params: { reason: slot.why, until: dueAt },
  });
  return true;
}

function movedRow(row: OutboxRow, slot: Extract<Slot, { kind: 'later' }>, now: Instant): OutboxRow {
  const { waiting: _over, promisedAt = row.dueAt, lateSince, ...rest } = row;
  const { at, why } = slot;
  const since = lateSince ?? (now - row.dueAt > GRACE ? row.dueAt : undefined);
  return {
    ...rest,
    dueAt: at,
    wakeAt: at,
    // Days off are the sender's own decision: what waits for them is not late.
    ...(since !== undefined && why !== 'away' && { lateSince: since }),
    ...(why === 'turn' && { promisedAt }),
    ...((why === 'limit' || why === 'away') && { waiting: why }),
  };
}
