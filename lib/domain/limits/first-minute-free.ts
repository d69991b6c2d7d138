import { DAY, type Instant, MINUTE } from '@/lib/time/instant';
import { BUCKET, bucketOf, type LimitBucket } from './bucket';

/**
 * The first instant at or after `wanted` whose clock minute has room for one more email, looking
 * one day ahead. Spacing is planned with it and never slept: a bulk of 100 asks 100 times.
 *
 * @param buckets one sender's, from `wanted` on
 * @param limit emails per clock minute
 * @returns `wanted` itself while its minute has room; `undefined` when the day has none
 * @example firstMinuteFree([], wanted, 3) // wanted
 */
export function firstMinuteFree(
  buckets: readonly LimitBucket[],
  wanted: Instant,
  limit: number,
): Instant | undefined {
  if (limit < 1) return undefined;
  const own = bucketOf(wanted);
  const minutes = new Map<Instant, readonly number[]>();
  for (const bucket of buckets) {
    if (bucket.start >= own && bucket.start <= wanted + DAY) {
      minutes.set(bucket.start, bucket.minutes);
    }
  }
  const first = Math.floor(wanted / MINUTE) * MINUTE;
  for (let minute = first; minute <= wanted + DAY; minute += MINUTE) {
    const start = bucketOf(minute);
    const used = minutes.get(start)?.[(minute - start) / MINUTE] ?? 0;
    if (used < limit) return Math.max(minute, wanted);
  }
  return undefined;
}

/** Which of a bucket's minutes an instant belongs to, for counting it there. */
export function minuteInBucket(at: Instant): number {
  return Math.floor((at - bucketOf(at)) / MINUTE) % (BUCKET / MINUTE);
}
