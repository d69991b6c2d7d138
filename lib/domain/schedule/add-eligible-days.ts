import type { EligibleDays } from '@/lib/domain/sequence/settings';
import { addDays } from '@/lib/time/add-days';
import type { LocalDate } from '@/lib/time/local-date';
import type { Calendar } from './calendar';
import { eligibleDay } from './eligible-day';

/**
 * The date after so many eligible days; the day itself is not counted, and days between that are
 * not eligible are passed over.
 *
 * @example addEligibleDays('2026-11-26', 3, 'weekdays', calendar) // Thursday to Tuesday the 1st
 */
export function addEligibleDays(
  date: LocalDate,
  count: number,
  days: EligibleDays,
  calendar: Calendar,
): LocalDate {
  let reached = date;
  for (let left = count; left > 0; ) {
    reached = addDays(reached, 1);
    if (eligibleDay(reached, days, calendar)) left -= 1;
  }
  return reached;
}
