import type { EligibleDays } from '@/lib/domain/sequence/settings';
import type { LocalDate } from '@/lib/time/local-date';
import { weekdayOf } from '@/lib/time/weekday';
import type { Calendar } from './calendar';

const FRIDAY = 5;

/**
 * May steps run on this date? Own closed days never are; `weekdays` leaves weekends out,
 * `businessDays` public holidays as well.
 *
 * @example eligibleDay('2026-11-22', 'weekdays', calendar) // false, a Sunday
 */
export function eligibleDay(date: LocalDate, days: EligibleDays, calendar: Calendar): boolean {
  if (calendar.closed.has(date)) return false;
  switch (days) {
    case 'everyDay':
      return true;
    case 'weekdays':
      return weekdayOf(date) <= FRIDAY;
    case 'businessDays':
      return weekdayOf(date) <= FRIDAY && !calendar.holidays.has(date);
  }
}
