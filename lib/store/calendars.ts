import type { Contact } from '@/lib/domain/contact/contact';
import { countryOf } from '@/lib/domain/contact/country-of';
import type { Calendar } from '@/lib/domain/schedule/calendar';
import type { Zone } from '@/lib/time/zone';
import type { CalendarRow } from './schema';
import type { ReadTx, WriteTx } from './transaction';
import { readZoneCountries } from './zone-countries';

export const CALENDAR_STORES = ['calendars', 'meta'] as const;

/** The rep's own closed days; every other id is a country. */
const OWN = 'own';

export async function putCalendar(tx: WriteTx<'calendars'>, row: CalendarRow): Promise<void> {
  await tx.objectStore('calendars').put(row);
}

/** Days without sending in a country, and the rep's own. An unknown country has no holidays. */
export async function readCalendar(
  tx: ReadTx<'calendars'>,
  country: string | undefined,
): Promise<Calendar> {
  const store = tx.objectStore('calendars');
  const [holidays, own] = await Promise.all([
    country === undefined ? undefined : store.get(country),
    store.get(OWN),
  ]);
  return {
    holidays: new Map((holidays?.days ?? []).map(({ date, name }) => [date, name])),
    closed: new Set((own?.days ?? []).map(({ date }) => date)),
  };
}

/** The calendar of whoever is written to: of their country, else of the country of their zone. */
export async function calendarOf(
  tx: ReadTx<(typeof CALENDAR_STORES)[number]>,
  contact: Contact | undefined,
  zone: Zone | undefined,
): Promise<Calendar> {
  const country = countryOf(contact?.properties['country'], zone, await readZoneCountries(tx));
  return readCalendar(tx, country);
}
