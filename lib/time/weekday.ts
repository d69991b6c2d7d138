import { type CalendarMs, midnightOf } from './calendar-ms';
import { DAY } from './instant';
import type { LocalDate } from './local-date';

/** Monday is 1, Sunday is 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];
/** 1970-01-01 was a Thursday. */
const FIRST = 3;

/** @example weekdayOf('2026-11-22') // 7, a Sunday */
export function weekdayOf(date: LocalDate): Weekday {
  return weekdayAt(midnightOf(date));
}

/** The same for a reading of that day. */
export function weekdayAt(wall: CalendarMs): Weekday {
  const day = Math.floor(wall / DAY) + FIRST;
  return WEEK[((day % 7) + 7) % 7] ?? 1;
}
