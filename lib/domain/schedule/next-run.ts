import type { Delay } from '@/lib/domain/sequence/step';
import { type Instant, MINUTE } from '@/lib/time/instant';
import type { MinuteOfDay } from '@/lib/time/local-date';
import { instantOf, wallClockOf } from '@/lib/time/zoned';
import { addEligibleDays } from './add-eligible-days';
import { intoWindow } from './into-window';
import type { SendTimes } from './send-times';

export interface FollowUp extends SendTimes {
  readonly delay: Delay;
  /** The clock time that the enrollment keeps. */
  readonly clockMinute: MinuteOfDay;
  /** See `spread`; different for every enrollment and step. */
  readonly spreadKey: string;
}

/**
 * When a step runs that waits for another: so many eligible days after the date on which that one
 * ran, at the enrollment's clock time, then the minutes of the delay, moved into the window. A clock
 * time that daylight saving skips or doubles follows the policy `compatible`.
 *
 * A delay without days is elapsed time only: half an hour later is half an hour later.
 *
 * Source: HubSpot, "what time will steps execute", see `shared/reference/hubspot.md` 1.4 and 8.
 *
 * @param previous when the step before ran, or its task was completed
 * @example nextRun(thursdayNoon, { delay: { days: 3, minutes: 0 }, clockMinute: 540, … })
 * // Tuesday 09:00, over a weekend
 */
export function nextRun(previous: Instant, followUp: FollowUp): Instant {
  const { delay, zone, settings, calendar } = followUp;
  const elapsed = delay.minutes * MINUTE;
  if (delay.days === 0) return intoWindow(previous + elapsed, followUp);
  const { date } = wallClockOf(previous, zone);
  const day = addEligibleDays(date, delay.days, settings.days, calendar);
  const wanted = instantOf(day, followUp.clockMinute, zone, 'compatible') + elapsed;
  return intoWindow(Math.max(wanted, previous + elapsed), followUp);
}
