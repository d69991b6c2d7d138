import { DAY, type Instant } from '@/lib/time/instant';
import { BUCKET, bucketOf, type LimitBucket } from './bucket';

/** The buckets that a question about `at` needs: every rolling day that contains it. */
export function bucketsAround(at: Instant): { readonly from: Instant; readonly to: Instant } {
  return { from: bucketOf(at - DAY), to: bucketOf(at + DAY) };
}

/**
 * Emails sent in the 24 hours before `now` and planned for the 24 hours after it. A bucket that is
 * only partly inside counts in full: the answer may be too high by five minutes' worth, never too low.
 *
 * @param buckets at least those of {@link bucketsAround} `now`, one sender's
 */
export function useOf(
  buckets: readonly LimitBucket[],
  now: Instant,
): { readonly used: number; readonly scheduled: number } {
  let used = 0;
  let scheduled = 0;
  for (const bucket of buckets) {
    if (bucket.start >= bucketOf(now - DAY) && bucket.start <= now) used += bucket.sent;
    if (bucket.start >= bucketOf(now) && bucket.start <= now + DAY) scheduled += bucket.scheduled;
    // Overdue rows are still to come: they leave as soon as they can.
    if (bucket.start < bucketOf(now)) scheduled += bucket.scheduled;
  }
  return { used, scheduled };
}

/**
 * May one more email be planned at `at` without any rolling 24 hours holding more than `limit`?
 * Sent and planned emails both count, planned ones of paused enrollments too.
 *
 * @param buckets at least those of {@link bucketsAround} `at`, one sender's
 */
export function fits(buckets: readonly LimitBucket[], at: Instant, limit: number): boolean {
  return busiestDay(buckets, at) + 1 <= limit;
}

/** The most emails in any rolling 24 hours that contain `at`. */
export function busiestDay(buckets: readonly LimitBucket[], at: Instant): number {
  const count = new Map(buckets.map((bucket) => [bucket.start, bucket.sent + bucket.scheduled]));
  const own = bucketOf(at);
  let inWindow = 0;
  for (let start = bucketOf(at - DAY); start <= own; start += BUCKET)
    inWindow += count.get(start) ?? 0;
  let busiest = inWindow;
  for (let end = own + BUCKET; end <= own + DAY; end += BUCKET) {
    inWindow += (count.get(end) ?? 0) - (count.get(end - DAY - BUCKET) ?? 0);
    busiest = Math.max(busiest, inWindow);
  }
  return busiest;
}

/**
 * The first instant at or after `from` at which one more email fits, looking one week ahead.
 *
 * @param buckets one sender's, from a day before `from` on
 * @returns `undefined` when the whole week is full, or the limit is zero
 */
export function firstFree(
  buckets: readonly LimitBucket[],
  from: Instant,
  limit: number,
): Instant | undefined {
  if (fits(buckets, from, limit)) return from;
  for (let start = bucketOf(from) + BUCKET; start <= from + 7 * DAY; start += BUCKET) {
    if (fits(buckets, start, limit)) return start;
  }
  return undefined;
}
