import { parseZone } from '@/lib/time/zone';
import { canonicalZone } from '@/lib/time/zoned';

/**
 * The country of every time zone, as far as the browser knows it. Only of the given countries, so
 * that none is one that no longer exists.
 *
 * @param countries ISO 3166 codes
 * @example zoneCountriesOf(['PL', 'IN']) // { 'Europe/Warsaw': 'PL', 'Asia/Calcutta': 'IN' }
 */
export function zoneCountriesOf(countries: readonly string[]): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const country of countries) {
    for (const zone of new Intl.Locale(`und-${country}`).getTimeZones() ?? []) {
      found[zone] ??= country;
      // Whoever looks another name of it up asks for the browser's own, see `canonicalZone`.
      const name = parseZone(zone);
      if (name !== undefined) found[canonicalZone(name)] ??= country;
    }
  }
  return found;
}
