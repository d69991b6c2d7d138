import * as v from 'valibot';
import { beforeEach, expect, test } from 'vitest';
import { localDateSchema } from '@/lib/time/local-date';
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
