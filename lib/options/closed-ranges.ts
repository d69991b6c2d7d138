import type { ClosedRange } from '@/components/options/closed-range';
import type { ClosedDay } from '@/lib/store/calendar-list';
import { addDays } from '@/lib/time/add-days';
import type { LocalDate } from '@/lib/time/local-date';

/** As long as a range may be: a year. */
const LONGEST_RANGE = 366;

/** Single days as ranges: days in a row with one name are one. */
export function closedRanges(days: readonly ClosedDay[]): readonly ClosedRange[] {
  const ranges: ClosedRange[] = [];
  for (const { date, name } of days.toSorted((a, b) => a.date.localeCompare(b.date))) {
    const last = ranges.at(-1);
    const goesOn = last?.name === name && addDays(last.to, 1) === date;
    if (last && goesOn) ranges[ranges.length - 1] = { ...last, to: date };
    else ranges.push({ from: date, to: date, name });
  }
  return ranges;
}

/** Every day of a range, at most a year of them. */
export function daysOf({ from, to, name }: ClosedRange): readonly ClosedDay[] {
  const days: ClosedDay[] = [];
  for (let date: LocalDate = from; date <= to && days.length < LONGEST_RANGE; ) {
    days.push({ date, name });
    date = addDays(date, 1);
  }
  return days;
}
