import { DAY, type Instant } from '@/lib/time/instant';
import { BUCKET, bucketOf, type LimitBucket } from './bucket';

const BUCKETS_A_DAY = DAY / BUCKET;

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
  const days = rollingDays(buckets, bucketOf(at), BUCKETS_A_DAY);
  return days.reduce((most, day) => Math.max(most, day));
}

/**
 * The first instant at or after `from` at which one more email fits, looking one week ahead. Reads
 * every bucket once, however full the week is.
 *
 * @param buckets one sender's, from a day before `from` on
 * @returns `undefined` when the whole week is full, or the limit is zero
 */
export function firstFree(
  buckets: readonly LimitBucket[],
  from: Instant,
  limit: number,
): Instant | undefined {
  const days = rollingDays(buckets, bucketOf(from), 8 * BUCKETS_A_DAY);
  // An email belongs to every rolling day that ends up to a day after it: none may be full.
  let candidate = 0;
  for (const [index, day] of days.entries()) {
    if (day + 1 > limit) candidate = index + 1;
    else if (index - candidate >= BUCKETS_A_DAY) {
      const start = bucketOf(from) + candidate * BUCKET;
      return start > from + 7 * DAY ? undefined : Math.max(start, from);
    }
  }
  return undefined;
}

/**
 * How many emails the rolling days hold that end with the bucket `from` and with each of the `more`
 * buckets after it. A day that ends inside a bucket reaches into one more, which counts in full.
 */
function rollingDays(
  buckets: readonly LimitBucket[],
  from: Instant,
  more: number,
): readonly number[] {
  const counts = new Array<number>(BUCKETS_A_DAY + more + 1).fill(0);
  for (const { start, sent, scheduled } of buckets) {
    const index = (start - from) / BUCKET + BUCKETS_A_DAY;
    if (index in counts) counts[index] = (counts[index] ?? 0) + sent + scheduled;
  }
  let inDay = 0;
  const days: number[] = [];
  for (const [index, count] of counts.entries()) {
    inDay += count - (counts[index - BUCKETS_A_DAY - 1] ?? 0);
    if (index >= BUCKETS_A_DAY) days.push(inDay);
  }
  return days;
}
