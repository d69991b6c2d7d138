import type { LocalDate } from './local-date';

/**
 * A wall-clock reading as milliseconds, as if it had been read in UTC. A number to calculate
 * calendar days with, and never an instant: it does not say where that wall is.
 */
export type CalendarMs = number;

/** @example midnightOf('1970-01-02') // 86_400_000 */
export function midnightOf(date: LocalDate): CalendarMs {
  return Date.parse(date);
}

/**
 * The date of a reading.
 *
 * @throws RangeError outside the years 0000 to 9999, which no date of ours can name
 * @example dateOf(86_400_000) // '1970-01-02'
 */
export function dateOf(wall: CalendarMs): LocalDate {
  const day = new Date(wall);
  // By hand, because planning asks for thousands: `toISOString` takes four times as long.
  const date = `${padded(day.getUTCFullYear(), 4)}-${padded(day.getUTCMonth() + 1, 2)}-${padded(day.getUTCDate(), 2)}`;
  if (!isDate(date)) throw new RangeError(`beyond the calendar: ${date}`);
  return date;
}

function padded(number: number, length: number): string {
  return String(number).padStart(length, '0');
}

/** Other years have more digits, a sign, or are not a number. */
function isDate(date: string): date is LocalDate {
  return /^\d{4}-\d{2}-\d{2}$/.test(date);
}
