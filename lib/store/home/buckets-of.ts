import type { OutboxRow } from '@/lib/domain/enrollment/outbox-row';
import { bucketOf, type LimitBucket } from '@/lib/domain/limits/bucket';
import { DAY, type Instant, MINUTE } from '@/lib/time/instant';

/** A bucket is asked about up to this long after it began. */
const MATTERS = DAY + 10 * MINUTE;

/** What senders' limits hold, worked out anew from what was sent in the last day and what is planned. */
export function bucketsOf(rows: readonly OutboxRow[], now: Instant): readonly LimitBucket[] {
  const buckets = new Map<string, LimitBucket>();
  for (const { senderId, effect, state, sentAt, dueAt } of rows) {
    const isOpen = state === 'due' || state === 'sending';
    const at = isOpen ? dueAt : sentAt;
    if (effect !== 'email' || at === undefined || (!isOpen && at < now - MATTERS)) continue;
    const start = bucketOf(at);
    const key = `${senderId}/${start}`;
    const before = buckets.get(key) ?? {
      senderId,
      start,
      sent: 0,
      scheduled: 0,
      minutes: [0, 0, 0, 0, 0],
    };
    const minute = Math.floor((at - start) / MINUTE);
    buckets.set(key, {
      ...before,
      sent: before.sent + (isOpen ? 0 : 1),
      scheduled: before.scheduled + (isOpen ? 1 : 0),
      minutes: before.minutes.map((count, index) => count + (index === minute ? 1 : 0)),
    });
  }
  return [...buckets.values()];
}
