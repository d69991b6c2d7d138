import type { OutboxRow } from '@/lib/domain/enrollment/outbox-row';
import type { SenderId } from '@/lib/domain/ids';
import { BUCKET, bucketOf, type LimitBucket } from '@/lib/domain/limits/bucket';
import { bucketsAround } from '@/lib/domain/limits/rolling-limit';
import { DAY, type Instant, MINUTE } from '@/lib/time/instant';
import type { ReadTx, WriteTx } from './transaction';

/** What a question about `at` needs, see `rolling-limit.ts`. At most 577 small records. */
export function limitBuckets(
  tx: ReadTx<'limits'>,
  senderId: SenderId,
  at: Instant,
): Promise<readonly LimitBucket[]> {
  const { from, to } = bucketsAround(at);
  return tx.objectStore('limits').getAll(IDBKeyRange.bound([senderId, from], [senderId, to]));
}

/** Like {@link limitBuckets}, wide enough to look for a free slot in the coming week. */
export function limitBucketsOfWeek(
  tx: ReadTx<'limits'>,
  senderId: SenderId,
  from: Instant,
): Promise<readonly LimitBucket[]> {
  const range = IDBKeyRange.bound([senderId, bucketOf(from - DAY)], [senderId, from + 8 * DAY]);
  return tx.objectStore('limits').getAll(range);
}

/** A place in a sender's limit, if this effect takes one: only emails do. */
type Effect = Pick<OutboxRow, 'effect' | 'senderId' | 'dueAt'>;

/** Books the place of an effect. */
export async function reserveFor(tx: WriteTx<'limits'>, row: Effect): Promise<void> {
  if (row.effect === 'email') await reserve(tx, row.senderId, row.dueAt);
}

/** Gives the place of an effect back: it will not happen, or not then. */
export async function unreserveFor(tx: WriteTx<'limits'>, row: Effect): Promise<void> {
  if (row.effect === 'email') await unreserve(tx, row.senderId, row.dueAt);
}

/** Books an email for `at`. */
export function reserve(tx: WriteTx<'limits'>, senderId: SenderId, at: Instant): Promise<void> {
  return change(tx, senderId, at, { sent: 0, scheduled: 1 });
}

/** Gives a booking back: the email will not leave. */
export function unreserve(tx: WriteTx<'limits'>, senderId: SenderId, at: Instant): Promise<void> {
  return change(tx, senderId, at, { sent: 0, scheduled: -1 });
}

/** An email booked for `plannedAt` left at `sentAt`. */
export async function settleReservation(
  tx: WriteTx<'limits'>,
  senderId: SenderId,
  booking: { readonly plannedAt: Instant; readonly sentAt: Instant },
): Promise<void> {
  await change(tx, senderId, booking.plannedAt, { sent: 0, scheduled: -1 });
  await change(tx, senderId, booking.sentAt, { sent: 1, scheduled: 0 });
}

/** An email that is counted as sent at one instant really left at another. */
export async function moveSent(
  tx: WriteTx<'limits'>,
  senderId: SenderId,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): Promise<void> {
  await change(tx, senderId, from, { sent: -1, scheduled: 0 });
  await change(tx, senderId, to, { sent: 1, scheduled: 0 });
}

/** An email that was counted as sent has not left, and will not. */
export function uncountSent(tx: WriteTx<'limits'>, senderId: SenderId, at: Instant): Promise<void> {
  return change(tx, senderId, at, { sent: -1, scheduled: 0 });
}

/**
 * After the clock was put back: emails that left at instants that are still to come left now, at the
 * latest. They keep their place in the 24 hours, wherever the clock stands.
 */
export async function countAsSentNow(
  tx: WriteTx<'limits'>,
  senderId: SenderId,
  { now, until }: { readonly now: Instant; readonly until: Instant },
): Promise<void> {
  const store = tx.objectStore('limits');
  const from = bucketOf(now) + BUCKET;
  if (from > until) return;
  const buckets = await store.getAll(IDBKeyRange.bound([senderId, from], [senderId, until]));
  const ahead = buckets.filter(({ sent }) => sent > 0);
  for (const bucket of ahead) await store.put({ ...bucket, sent: 0 });
  const sent = ahead.reduce((sum, bucket) => sum + bucket.sent, 0);
  if (sent > 0) await change(tx, senderId, now, { sent, scheduled: 0 });
}

async function change(
  tx: WriteTx<'limits'>,
  senderId: SenderId,
  at: Instant,
  by: { readonly sent: number; readonly scheduled: number },
): Promise<void> {
  const store = tx.objectStore('limits');
  const start = bucketOf(at);
  const bucket = (await store.get([senderId, start])) ?? {
    senderId,
    start,
    sent: 0,
    scheduled: 0,
    minutes: [0, 0, 0, 0, 0],
  };
  const minute = Math.floor((at - start) / MINUTE);
  await store.put({
    ...bucket,
    sent: Math.max(0, bucket.sent + by.sent),
    scheduled: Math.max(0, bucket.scheduled + by.scheduled),
    minutes: bucket.minutes.map((count, index) =>
      index === minute ? Math.max(0, count + by.sent + by.scheduled) : count,
    ),
  });
}
