import type { Operation } from '@/lib/domain/workflow/operation';
import type { DayNumber } from '@/lib/domain/workflow/values/day-number';
import { DAY } from '@/lib/time/instant';
import { weekdayAt } from '@/lib/time/weekday';

export type TimeUnit = Extract<Operation, { operationType: 'CALENDAR_DATE' }>['timeUnit'];

const MONTHS = { MONTH: 1, QUARTER: 3, YEAR: 12 } as const satisfies Partial<
  Record<TimeUnit, number>
>;

/**
 * The first day of a unit of the calendar. Weeks begin on Monday (ISO 8601), quarters in January,
 * April, July and October.
 *
 * @param away so many units later than the one that the day is in; before it when negative
 * @example unitStart(dayNumberOf('2026-11-22'), 'WEEK', 0) // 2026-11-16, as a day number
 */
export function unitStart(day: DayNumber, unit: TimeUnit, away: number): DayNumber {
  switch (unit) {
    case 'DAY':
      return day + away;
    case 'WEEK':
      return day - (weekdayAt(day * DAY) - 1) + 7 * away;
    default: {
      const date = new Date(day * DAY);
      const months = MONTHS[unit];
      const month = Math.floor(date.getUTCMonth() / months) * months;
      return Date.UTC(date.getUTCFullYear(), month + months * away, 1) / DAY;
    }
  }
}
