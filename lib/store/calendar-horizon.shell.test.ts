import { afterEach, expect, test } from 'vitest';
import { day } from '@/test/support/times';
import { calendarHorizon } from './calendar-horizon';
import { openDatabase } from './database';
import type { Database } from './schema';

let open: Database | undefined;
afterEach(() => open?.close());

async function stored(
  calendars: readonly (readonly [id: string, until: string])[],
  withZones: boolean,
) {
  open = await openDatabase({ onGone: () => {} });
  const tx = open.transaction(['calendars', 'meta'], 'readwrite');
  for (const [id, until] of calendars) {
    await tx.objectStore('calendars').put({ id, days: [], until: day(until) });
  }
  if (withZones) await tx.objectStore('meta').put({ key: 'zoneCountries', value: {} });
  const horizon = await calendarHorizon(tx);
  await tx.done;
  return horizon;
}

test('is that of the country that ends first; own closed days do not count', async () => {
  const calendars = [
    ['PL', '2028-12-31'],
    ['DE', '2027-12-31'],
    ['own', '1970-01-01'],
  ] as const;

  expect(await stored(calendars, true)).toBe('2027-12-31');
});

test('is unknown while the last of them was not written, and when there are none', async () => {
  expect(await stored([['PL', '2028-12-31']], false)).toBeUndefined();
});

test('is unknown when there are zones and no calendars', async () => {
  expect(await stored([], true)).toBeUndefined();
});
