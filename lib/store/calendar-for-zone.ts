import type { Calendar } from '@/lib/domain/schedule/calendar';
import type { Zone } from '@/lib/time/zone';
import { readCalendar } from './calendars';
import type { Database } from './schema';
import { readZoneCountries } from './zone-countries';

/** Days without sending for somebody in this zone: its country's holidays and the rep's own. */
export async function readCalendarForZone(database: Database, zone: Zone): Promise<Calendar> {
  const tx = database.transaction(['calendars', 'meta']);
  const countries = await readZoneCountries(tx);
  return readCalendar(tx, countries[zone]);
}
