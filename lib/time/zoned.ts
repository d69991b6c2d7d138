import { getTimezoneOffset } from 'date-fns-tz';
import type { Instant } from './instant';
import type { Zone } from './zone';

/** What to do with a wall-clock time that a zone's clock skips (gap) or shows twice (overlap). */
export type DstPolicy = 'compatible' | 'earlier' | 'later';

/**
 * Does this browser know the zone? The one question that date-fns-tz answers correctly under every
 * host zone (see `zoned.test.ts`); its arithmetic is wrong near DST changes and is not used.
 *
 * @example isKnownZone('America/New_York') // true
 * @example isKnownZone('+02:00') // false, an offset is not a zone
 */
export function isKnownZone(name: string): boolean {
  const looksLikeIana = /^(UTC|[A-Za-z][A-Za-z_]+(\/[A-Za-z0-9_+-]+)+)$/.test(name);
  return looksLikeIana && !Number.isNaN(getTimezoneOffset(name));
}

/**
 * Moves an instant by calendar days in a zone, keeping the clock time: 09:00 stays 09:00 over a
 * daylight saving change.
 *
 * @param at where to start
 * @param days whole calendar days, may be negative
 * @param zone whose calendar
 * @param policy what a skipped or doubled wall-clock time becomes
 * @returns the instant with the same wall-clock time `days` later
 * @example addCalendarDays(Date.parse('2026-03-07T14:00Z'), 1, newYork, 'compatible')
 * // 2026-03-08T13:00Z: still 09:00 in New York, although only 23 hours have passed
 */
export function addCalendarDays(at: Instant, days: number, zone: Zone, policy: DstPolicy): Instant {
  const wall = Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .add({ days });
  return wall.toZonedDateTime(zone, { disambiguation: policy }).epochMilliseconds;
}
