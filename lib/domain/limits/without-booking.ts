import type { Instant } from '@/lib/time/instant';
import { bucketOf, type LimitBucket } from './bucket';
import { minuteInBucket } from './first-minute-free';

/**
 * The buckets of a sender without one email that is counted in them, for asking whether there would
 * be room for that very email.
 *
 * @param booking.at the instant whose bucket counts it
 * @param booking.as what it is counted as
 * @example withoutBooking(buckets, { at: row.dueAt, as: 'scheduled' })
 */
export function withoutBooking(
  buckets: readonly LimitBucket[],
  { at, as }: { readonly at: Instant; readonly as: 'scheduled' | 'sent' },
): readonly LimitBucket[] {
  const start = bucketOf(at);
  const minute = minuteInBucket(at);
  return buckets.map((bucket) =>
    bucket.start === start && bucket[as] > 0
      ? {
          ...bucket,
          [as]: bucket[as] - 1,
          minutes: bucket.minutes.map((count, index) =>
            index === minute ? Math.max(0, count - 1) : count,
          ),
        }
      : bucket,
  );
}
