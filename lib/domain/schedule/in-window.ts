import type { Instant } from '@/lib/time/instant';
import { wallClockOf } from '@/lib/time/zoned';
import { eligibleDay } from './eligible-day';
import type { SendTimes } from './send-times';

/**
 * May a step run at this very instant: within the hours, on an eligible day, by the zone's clock?
 *
 * @example inWindow(sundayNoon, { zone, settings: { days: 'weekdays', window }, calendar }) // false
 */
export function inWindow(at: Instant, { zone, settings, calendar }: SendTimes): boolean {
  const { date, minute } = wallClockOf(at, zone);
  const { start, end } = settings.window;
  return start <= minute && minute < end && eligibleDay(date, settings.days, calendar);
}
