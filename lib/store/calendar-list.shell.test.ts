import * as v from 'valibot';
import { beforeEach, expect, test } from 'vitest';
import { localDateSchema } from '@/lib/time/local-date';
import { zone } from '@/test/support/builders';
import { readCalendarForZone } from './calendar-for-zone';
import { readCalendarList } from './calendar-list';
import { openDatabase } from './database';
import type { Database } from './schema';

const date = (text: string) => v.parse(localDateSchema, text);
const day = (text: string, name: string) => ({ date: date(text), name });

let database: Database;
beforeEach(async () => {
  database = await openDatabase({ name: `calendar-list-${crypto.randomUUID()}` });
});

async function fill() {
  const own = [day('2026-12-24', 'Party'), day('2026-11-11', '')];
  await database.put('calendars', { id: 'own', days: own, until: date('9999-12-31') });
  const poland = [day('2026-12-25', 'Boże Narodzenie')];
  await database.put('calendars', { id: 'PL', days: poland, until: date('2028-12-31') });
  await database.put('meta', { key: 'zoneCountries', value: { 'Europe/Warsaw': 'PL' } });
}

test('own days come by date, countries without them', async () => {
  await fill();

  expect(await readCalendarList(database)).toEqual({
    own: [day('2026-11-11', ''), day('2026-12-24', 'Party')],
    countries: [{ country: 'PL', until: '2028-12-31', days: 1 }],
  });
});

test('nothing stored is an empty list', async () => {
  expect(await readCalendarList(database)).toEqual({ own: [], countries: [] });
});

test('a zone has the holidays of its country and the own days, an unknown one the own days', async () => {
  await fill();
  const [warsaw, tokyo] = await Promise.all(
    ['Europe/Warsaw', 'Asia/Tokyo'].map((name) => readCalendarForZone(database, zone(name))),
  );

  expect([[...(warsaw?.holidays.keys() ?? [])], warsaw?.closed.size]).toEqual([['2026-12-25'], 2]);
  expect([tokyo?.holidays.size, tokyo?.closed.size]).toEqual([0, 2]);
});
