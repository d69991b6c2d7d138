import type { DayNumber } from '@/lib/domain/workflow/values/day-number';
import { dateOf, midnightOf } from '@/lib/time/calendar-ms';
import { DAY, type Instant } from '@/lib/time/instant';
import type { Zone } from '@/lib/time/zone';
import { instantOf, wallClockOf } from '@/lib/time/zoned';

/** Days that every zone can name, with one to spare on both sides. */
const FIRST = Date.parse('0001-01-01') / DAY;
const LAST = Date.parse('9999-12-30') / DAY;

/** @example dayIn(warsaw, Date.parse('1970-01-01T23:30Z')) // 1 */
export function dayIn(zone: Zone, at: Instant): DayNumber {
  if (at <= (FIRST + 1) * DAY) return Number.NEGATIVE_INFINITY;
  if (at >= LAST * DAY) return Number.POSITIVE_INFINITY;
  return midnightOf(wallClockOf(at, zone).date) / DAY;
}

/**
 * When a day begins. Where the clock skips midnight that is when it goes on, where midnight comes
 * twice it is the first.
 */
export function startIn(zone: Zone, day: DayNumber): Instant {
  if (day <= FIRST) return Number.NEGATIVE_INFINITY;
  if (day >= LAST) return Number.POSITIVE_INFINITY;
  return instantOf(dateOf(day * DAY), 0, zone, 'compatible');
}
