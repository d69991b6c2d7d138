import type { Away } from '@/lib/domain/sender/sender';
import { addDays } from '@/lib/time/add-days';
import type { Instant } from '@/lib/time/instant';
import type { LocalDate } from '@/lib/time/local-date';
import type { Zone } from '@/lib/time/zone';
import { instantOf, wallClockOf } from '@/lib/time/zoned';

/** When somebody is away: whole days of their own calendar, whosever clock an email keeps. */
export interface Absence {
  readonly zone: Zone;
  readonly days: readonly Away[];
}

/**
 * When somebody who is away at an instant is back: the first midnight of their own clock after the
 * last day of it, whatever ranges follow on each other. A midnight that daylight saving skips is the
 * end of the gap.
 *
 * @returns `undefined` for somebody who is there
 * @example backAt(noonOfChristmas, { zone: warsaw, days: [{ from: '2026-12-24', to: '2026-12-26' }] })
 * // 2026-12-26T23:00Z, the 27th in Warsaw
 */
export function backAt(at: Instant, absence: Absence | undefined): Instant | undefined {
  const last = absence && lastDayAway(at, absence);
  return last && instantOf(addDays(last, 1), 0, absence.zone, 'compatible');
}

/**
 * The last day of somebody's absence at an instant.
 *
 * @returns `undefined` for somebody who is there
 * @example lastDayAway(noonOfChristmas, absence) // '2026-12-26'
 */
export function lastDayAway(at: Instant, { zone, days }: Absence): LocalDate | undefined {
  if (days.length === 0) return undefined;
  let { date } = wallClockOf(at, zone);
  let last: LocalDate | undefined;
  for (;;) {
    const range = days.find(({ from, to }) => from <= date && date <= to);
    if (range === undefined) return last;
    last = range.to;
    date = addDays(last, 1);
  }
}
