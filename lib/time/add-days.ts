import { dateOf, midnightOf } from './calendar-ms';
import { DAY } from './instant';
import type { LocalDate } from './local-date';

/**
 * The date so many calendar days later; a day of the calendar has no hours that a clock could skip.
 *
 * @param days whole days, may be negative
 * @example addDays('2028-02-28', 1) // '2028-02-29'
 */
export function addDays(date: LocalDate, days: number): LocalDate {
  return days === 0 ? date : dateOf(midnightOf(date) + days * DAY);
}
