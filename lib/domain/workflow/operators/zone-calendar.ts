import type { DayNumber } from '@/lib/domain/workflow/values/day-number';
import { dateOf, midnightOf } from '@/lib/time/calendar-ms';
import { DAY, type Instant } from '@/lib/time/instant';
import type { Zone } from '@/lib/time/zone';
import { instantOf, wallClockOf } from '@/lib/time/zoned';

/** After so many days (400 years) the calendar is the same again, weekdays and all. */
const CYCLE = 146_097;
/** Within these every zone can name every day. People do write 9999-12-31 for "never". */
const FIRST = Date.parse('1000-01-01') / DAY;
const LAST = Date.parse('9000-01-01') / DAY;

/**
 * Which day it is at an instant.
 *
 * @example dayIn(warsaw, Date.parse('1970-01-01T23:30Z')) // 1
 */
export function dayIn(zone: Zone, at: Instant): DayNumber {
  if (!Number.isFinite(at)) return at;
  const away = daysAway(at / DAY);
  return midnightOf(wallClockOf(at - away * DAY, zone).date) / DAY + away;
}

/**
 * When a day begins. Where the clock skips midnight that is when it goes on, where midnight comes
 * twice it is the first.
 */
export function startIn(zone: Zone, day: DayNumber): Instant {
  if (!Number.isFinite(day)) return day;
  const away = daysAway(day);
  return instantOf(dateOf((day - away) * DAY), 0, zone, 'compatible') + away * DAY;
}

/** How far the same day of another cycle is that can be named. */
function daysAway(day: number): number {
  if (day > LAST) return Math.ceil((day - LAST) / CYCLE) * CYCLE;
  return day < FIRST ? -Math.ceil((FIRST - day) / CYCLE) * CYCLE : 0;
}
