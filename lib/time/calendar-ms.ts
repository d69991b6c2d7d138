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
  const text = new Date(wall).toISOString();
  const date = text.slice(0, 10);
  if (!isDate(date, text)) throw new RangeError(`beyond the calendar: ${text}`);
  return date;
}

/** Years of more than four digits are written with a sign, which makes the text longer. */
function isDate(_date: string, { length }: string): _date is LocalDate {
  return length === '0000-00-00T00:00:00.000Z'.length;
}
