import type { SenderId } from '@/lib/domain/ids';
import type { Instant } from '@/lib/time/instant';
import { bucketOf, type LimitBucket } from './bucket';
import { minuteInBucket } from './first-minute-free';

/**
 * The buckets of a sender after one more email is booked for `at`, without writing anything: a
 * preview of many decides each knowing the ones before it.
 *
 * @example withBooking([], senderId, at)[0].scheduled // 1
 */
export function withBooking(
  buckets: readonly LimitBucket[],
  senderId: SenderId,
  at: Instant,
): readonly LimitBucket[] {
  const start = bucketOf(at);
  const minute = minuteInBucket(at);
  const before = buckets.find((bucket) => bucket.start === start);
  const minutes = before?.minutes ?? [0, 0, 0, 0, 0];
  const after: LimitBucket = {
    senderId,
    start,
    sent: before?.sent ?? 0,
    scheduled: (before?.scheduled ?? 0) + 1,
    minutes: minutes.map((count, index) => (index === minute ? count + 1 : count)),
  };
  return [...buckets.filter((bucket) => bucket !== before), after];
}
