import { getTimezoneOffset } from 'date-fns-tz';
import { MINUTE } from './instant';
import type { Zone } from './zone';

/**
 * A zone's distance from UTC in winter and in summer, in minutes, for telling zones apart in a list.
 * The only use of date-fns-tz: far from any change of the clock it is right under every host zone
 * (see `zone-offset.test.ts`); near one it is not, so nothing is ever computed with it.
 *
 * @param year which year's rules
 * @example zoneOffset(warsaw, 2026) // { january: 60, july: 120 }
 */
export function zoneOffset(
  zone: Zone,
  year: number,
): { readonly january: number; readonly july: number } {
  const minutes = (month: number) =>
    getTimezoneOffset(zone, new Date(Date.UTC(year, month, 15, 12))) / MINUTE;
  return { january: minutes(0), july: minutes(6) };
}
