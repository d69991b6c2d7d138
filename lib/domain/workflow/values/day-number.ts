import { DAY } from '@/lib/time/instant';

/** Days since 1970-01-01 on a calendar without a zone. */
export type DayNumber = number;

/**
 * @param date `YYYY-MM-DD`
 * @returns `NaN` for a day that no calendar has, such as February 30
 * @example dayNumberOf('1970-01-02') // 1
 */
export function dayNumberOf(date: string): DayNumber {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(midnight)) return Number.NaN;
  // Engines take February 30 for March 2.
  const isReal = new Date(midnight).toISOString().startsWith(date);
  return isReal ? midnight / DAY : Number.NaN;
}
