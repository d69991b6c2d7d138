import type { DayNumber } from '@/lib/domain/workflow/values/day-number';
import type { Instant } from '@/lib/time/instant';
import type { Zone } from '@/lib/time/zone';
import { dayIn, startIn } from './zone-calendar';

/** A stretch of time, both ends in it. */
export interface TimeRange {
  readonly from: Instant;
  readonly to: Instant;
}

/** The same for values that are whole days: a day is where it begins in the zone. */
export interface TimeWindow extends TimeRange {
  readonly firstDay: DayNumber;
  readonly lastDay: DayNumber;
}

/** Finds the days that begin in a range. */
export function windowOf({ from, to }: TimeRange, zone: Zone): TimeWindow {
  const day = dayIn(zone, from);
  const firstDay = startIn(zone, day) < from ? day + 1 : day;
  return { from, to, firstDay, lastDay: dayIn(zone, to) };
}
