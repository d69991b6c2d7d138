import { beforeAll, describe, expect, test } from 'vitest';
import { EMPTY_CALENDAR } from '@/lib/domain/schedule/calendar';
import { eligibleDay } from '@/lib/domain/schedule/eligible-day';
import type { CalendarRow } from '@/lib/store/schema';
import { day } from '@/test/support/times';
import { computeCalendars, countriesWithHolidays } from './compute-calendars';
import { zoneCountriesOf } from './zone-countries-of';

const YEARS = [2026, 2027, 2028];

async function compute(
  countries: readonly string[],
  language = 'en',
  signal = new AbortController().signal,
): Promise<ReadonlyMap<string, CalendarRow>> {
  const found = new Map<string, CalendarRow>();
  const breathe = async () => {};
  for await (const row of computeCalendars(
    { countries, years: YEARS, language, breathe },
    signal,
  )) {
    found.set(row.id, row);
  }
  return found;
}

describe('the days of a country, by its own calendar wherever this machine is', () => {
  let calendars: ReadonlyMap<string, CalendarRow>;
  beforeAll(async () => {
    calendars = await compute(['PL', 'US', 'GB', 'NZ', 'WS', 'AE', 'IS', 'SI', 'AM']);
  });

  test.each([
    // From the law or government of each country, not from the library.
    ['PL', '2026-01-01', true],
    ['PL', '2026-11-11', true],
    ['PL', '2027-03-29', true],
    ['PL', '2028-12-26', true],
    ['PL', '2026-11-10', false],
    ['US', '2026-11-26', true],
    ['US', '2027-07-05', true],
    ['US', '2026-11-27', false],
    ['GB', '2027-12-28', true],
    ['NZ', '2027-02-08', true],
    ['SI', '2027-10-31', true],
    ['SI', '2027-11-02', false],
    ['AM', '2027-01-02', true],
  ])('%s, %s: %s', (country, date, isOff) => {
    const dates = calendars.get(country)?.days.map((known) => known.date) ?? [];

    expect(dates.includes(day(date))).toBe(isOff);
  });

  test('a feast of three days is three days', () => {
    const eid = calendars.get('AE')?.days.filter(({ date }) => date.startsWith('2027-05')) ?? [];

    expect(eid.length).toBeGreaterThanOrEqual(3);
    expect(eid.map(({ date }) => date)).toEqual(
      expect.arrayContaining(['2027-05-16', '2027-05-17', '2027-05-18']),
    );
  });

  test('a day that is off from the afternoon is a day on which mail leaves', () => {
    const dates = calendars.get('IS')?.days.map(({ date }) => date);

    expect(dates).toContain('2027-12-25');
    expect(dates).not.toContain('2027-12-24');
  });

  test('dates come in order, once each, and are complete to the end of the last year', () => {
    for (const { days, until } of calendars.values()) {
      const dates = days.map(({ date }) => date);

      expect(dates).toEqual([...new Set(dates)].sort());
      expect(until).toBe('2028-12-31');
    }
  });

  test('business days leave them out', () => {
    const days = calendars.get('PL')?.days ?? [];
    const holidays = new Map(days.map(({ date, name }) => [date, name]));

    expect(eligibleDay(day('2026-11-11'), 'businessDays', { ...EMPTY_CALENDAR, holidays })).toBe(
      false,
    );
  });
});

describe('names', () => {
  const nameOf = async (language: string) =>
    (await compute(['PL'], language)).get('PL')?.days.find(({ date }) => date === '2026-11-11')
      ?.name;

  test("are in the rep's language where the country has them", async () => {
    expect(await nameOf('en')).toBe('Independence Day');
  });

  test('are in the language of the country otherwise', async () => {
    expect(await nameOf('pl')).toBe('Narodowe Święto Niepodległości');
    expect(await nameOf('zu')).toBe('Narodowe Święto Niepodległości');
  });

  test('two holidays on one day are one day with two names', async () => {
    const days = (await compute(['PL'], 'pl')).get('PL')?.days;

    expect(days?.find(({ date }) => date === '2026-05-01')?.name).toContain('; ');
  });
});

test('stops between two countries when it is told to', async () => {
  const stop = new AbortController();
  const seen: string[] = [];
  const query = { countries: ['PL', 'DE', 'FR'], years: [2026], language: 'en' };
  const run = async () => {
    const breathe = async () => {
      if (seen.length === 1) stop.abort();
    };
    for await (const { id } of computeCalendars({ ...query, breathe }, stop.signal)) seen.push(id);
  };

  await expect(run()).rejects.toThrow(/abort/i);
  expect(seen).toEqual(['PL']);
});

describe('the country of a zone', () => {
  test('is known for the zones of all countries that have holidays', () => {
    const zones = zoneCountriesOf(countriesWithHolidays());

    expect(countriesWithHolidays().length).toBeGreaterThan(200);
    expect(zones).toMatchObject({
      'Europe/Warsaw': 'PL',
      'America/New_York': 'US',
      'America/Toronto': 'CA',
      'Australia/Lord_Howe': 'AU',
      'Europe/London': 'GB',
    });
    expect(Object.keys(zones).length).toBeGreaterThan(330);
    for (const code of Object.values(zones)) expect(code).toMatch(/^[A-Z]{2}$/);
  });
});
