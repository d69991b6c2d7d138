import { GRACE } from '@/lib/domain/enrollment/lateness';
import type { OutboxRow } from '@/lib/domain/enrollment/outbox-row';
import { timesOf } from '@/lib/domain/enrollment/times-of';
import { withoutBooking } from '@/lib/domain/limits/without-booking';
import { withAbsence } from '@/lib/domain/schedule/with-absence';
import { CALENDAR_STORES, calendarOf } from '@/lib/store/calendars';
import { putEnrollment } from '@/lib/store/enrollments';
import { appendJournal } from '@/lib/store/journal';
import { limitBucketsOfWeek, reserve, unreserve } from '@/lib/store/limits';
import { putOutboxRow } from '@/lib/store/outbox';
import type { ReadTx, WriteTx } from '@/lib/store/transaction';
import { type Instant, MINUTE } from '@/lib/time/instant';
import type { Job } from './load-job';
import { type Slot, slotAt } from './slot-at';

export const SLOT_STORES = [...CALENDAR_STORES, 'limits'] as const;
export const MOVE_STORES = [...SLOT_STORES, 'outbox', 'enrollments', 'journal'] as const;

/** A first email is sent at whatever hour a person chose; this much later it is not that hour. */
const CHOSEN_HOUR = 15 * MINUTE;

/** When this email may leave, as the limits, the hours and the days are now. */
export async function slotOf(
  tx: ReadTx<(typeof SLOT_STORES)[number]>,
  { row, enrollment, sequence, step, sender, contact }: Job,
  now: Instant,
): Promise<Slot> {
  const { handedOverAt, dueAt } = row;
  const own =
    handedOverAt === undefined
      ? ({ at: dueAt, as: 'scheduled' } as const)
      : ({ at: handedOverAt, as: 'sent' } as const);
  const buckets = withoutBooking(await limitBucketsOfWeek(tx, sender.id, now), own);
  const calendar = withAbsence(await calendarOf(tx, contact, enrollment.zone), sender);
  const times = timesOf(enrollment, sequence, step, calendar);
  const inItsHours = () => slotAt(now, { buckets, sender, times });
  const isChosen = enrollment.state.kind === 'scheduled' && now - dueAt < CHOSEN_HOUR;
  if (!isChosen) return inItsHours();
  const atAnyHour = slotAt(now, { buckets, sender });
  const isStillChosen = atAnyHour.kind === 'now' || atAnyHour.at - dueAt < CHOSEN_HOUR;
  return isStillChosen ? atAnyHour : inItsHours();
}

/** Plans an email that may not leave now for when it may, and its reservation with it. */
export async function moveToSlot(
  tx: WriteTx<(typeof MOVE_STORES)[number]>,
  { row, enrollment, sender }: Job,
  slot: Extract<Slot, { kind: 'later' }>,
  now: Instant,
): Promise<void> {
  const dueAt = slot.at;
  await unreserve(tx, sender.id, row.dueAt);
  await reserve(tx, sender.id, dueAt);
  await putOutboxRow(tx, movedRow(row, slot, now));
  await putEnrollment(tx, { ...enrollment, nextAt: dueAt, updatedAt: now });
  if (slot.why === 'turn') return;
  await appendJournal(tx, {
    at: now,
    code: 'deferred',
    actor: 'engine',
    contactId: row.contactId,
    enrollmentId: row.enrollmentId,
    senderId: sender.id,
    params: { reason: slot.why, until: dueAt },
  });
}

function movedRow(row: OutboxRow, slot: Extract<Slot, { kind: 'later' }>, now: Instant): OutboxRow {
  const { waiting: _over, promisedAt = row.dueAt, lateSince, ...rest } = row;
  const { at, why } = slot;
  const since = lateSince ?? (now - row.dueAt > GRACE ? row.dueAt : undefined);
  return {
    ...rest,
    state: 'due',
    dueAt: at,
    wakeAt: at,
    // Days off are the sender's own decision: what waits for them is not late.
    ...(since !== undefined && why !== 'away' && { lateSince: since }),
    ...(why === 'turn' && { promisedAt }),
    ...((why === 'limit' || why === 'away') && { waiting: why }),
  };
}
