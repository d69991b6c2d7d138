import type { Calendar } from '@/lib/domain/schedule/calendar';
import type { CalendarRow } from './schema';
import type { ReadTx, WriteTx } from './transaction';

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
