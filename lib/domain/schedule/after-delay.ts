import type { Delay } from '@/lib/domain/sequence/step';
import { type Instant, MINUTE } from '@/lib/time/instant';
import type { Zone } from '@/lib/time/zone';
import { addCalendarDays } from '@/lib/time/zoned';

/**
 * When a step runs that waits `delay` after `previous`: calendar days in the zone at the same clock
 * time, then elapsed minutes. A clock time that daylight saving skips moves forward, one that comes
 * twice is the first (policy `compatible`, RFC 5545).
 *
 * Source: HubSpot, "what time will steps execute", see `shared/reference/hubspot.md` 1.4.
 *
 * @example afterDelay(mondayNineInWarsaw, { days: 3, minutes: 0 }, warsaw) // Thursday 09:00 there
 */
export function afterDelay(previous: Instant, delay: Delay, zone: Zone): Instant {
  const day =
    delay.days === 0 ? previous : addCalendarDays(previous, delay.days, zone, 'compatible');
  return day + delay.minutes * MINUTE;
}
