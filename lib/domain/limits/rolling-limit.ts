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
    // What left "in the future" left before the clock was put back.
    if (bucket.start >= bucketOf(now - DAY)) used += bucket.sent;
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
  const own = bucketOf(at);
  return rollingDays(buckets, own, own + DAY).reduce((most, { used }) => Math.max(most, used), 0);
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
  const own = bucketOf(from);
  const days = rollingDays(buckets, own, own + 8 * DAY);
  let candidate = own;
  for (const [index, { end, used }] of days.entries()) {
    // An email belongs to every rolling day that ends up to a day after it: none may be full.
    if (end > candidate + DAY) break;
    if (used + 1 <= limit) continue;
    const next = days[index + 1];
    if (next === undefined) return undefined;
    candidate = next.end;
  }
  return candidate > from + 7 * DAY ? undefined : Math.max(candidate, from);
}

/**
 * How many emails the rolling days hold that end with the buckets `from` to `to`, wherever that
 * number changes. A day that ends inside a bucket reaches into one more, which counts in full.
 */
function rollingDays(
  buckets: readonly LimitBucket[],
  from: Instant,
  to: Instant,
): readonly { readonly end: Instant; readonly used: number }[] {
  const near = buckets
    .filter(({ start }) => start >= from - DAY && start <= to)
    .sort((a, b) => a.start - b.start);
  const joins = (index: number) => near[index]?.start ?? Number.POSITIVE_INFINITY;
  const leaves = (index: number) => joins(index) + DAY + BUCKET;
  const countOf = (index: number) => (near[index]?.sent ?? 0) + (near[index]?.scheduled ?? 0);
  const days: { readonly end: Instant; readonly used: number }[] = [];
  let used = 0;
  let next = 0;
  let oldest = 0;
  for (let end = from; end <= to; end = Math.min(joins(next), leaves(oldest))) {
    while (joins(next) <= end) used += countOf(next++);
    while (leaves(oldest) <= end) used -= countOf(oldest++);
    days.push({ end, used });
  }
  return days;
}
