import type { WorkerDeps } from '@/lib/background/deps';
import type { Parsed } from '@/lib/rpc/protocol';
import { CALENDAR_STORES, putCalendar } from '@/lib/store/calendars';
import { writeAtOnce } from '@/lib/store/write-at-once';
import { putZoneCountries } from '@/lib/store/zone-countries';

/** Keeps the days without sending that an options page worked out; the worker only reads dates. */
export async function saveCalendar(
  deps: WorkerDeps,
  { calendars, zoneCountries }: Parsed<'calendar.save'>,
): Promise<void> {
  await writeAtOnce(await deps.connection.get(), CALENDAR_STORES, async (tx) => {
    for (const calendar of calendars) await putCalendar(tx, calendar);
    if (zoneCountries !== undefined) await putZoneCountries(tx, zoneCountries);
  });
  deps.changed();
}
