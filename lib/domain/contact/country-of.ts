import type { Zone } from '@/lib/time/zone';
import { canonicalZone } from '@/lib/time/zoned';

/** Languages in which pages name countries, as far as our users' pages go. */
const LANGUAGES = ['en', 'pl'];
/** What people write who mean a country, and is neither its code nor its name. */
const ALIASES = new Map([
  ['UK', 'GB'],
  ['USA', 'US'],
]);

/**
 * Whose public holidays count for a contact: what the page says, a code or a name, else the country
 * of the zone. A name is understood if it is the usual one.
 *
 * @param named what a page shows as the country, if it shows any
 * @param zoneCountries the country of every zone
 * @returns an ISO 3166 code
 * @example countryOf('Polska', undefined, { 'Europe/Warsaw': 'PL' }) // 'PL'
 */
export function countryOf(
  named: string | undefined,
  zone: Zone | undefined,
  zoneCountries: Readonly<Record<string, string>>,
): string | undefined {
  const ofZone =
    zone === undefined ? undefined : (zoneCountries[zone] ?? zoneCountries[canonicalZone(zone)]);
  const text = named?.trim() ?? '';
  if (text === '') return ofZone;
  const code = (ALIASES.get(text.toUpperCase()) ?? text).toUpperCase();
  if (/^[A-Z]{2}$/.test(code)) return code;
  const codes = new Set(Object.values(zoneCountries));
  const wanted = text.toLowerCase();
  for (const language of LANGUAGES) {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const code of codes) if (names.of(code)?.toLowerCase() === wanted) return code;
  }
  return ofZone;
}
