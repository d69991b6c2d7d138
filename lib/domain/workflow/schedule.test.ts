import { describe, expect, test } from 'vitest';
import { zone } from '@/test/support/builders';
import { day, minute, shown } from '@/test/support/times';
import { isDue, nextScheduleAt } from './schedule';
import type { Schedule } from './trigger';

const WARSAW = 'Europe/Warsaw';
const at = { minute: minute('09:30') };
const birthday: Schedule = {
  type: 'PROPERTY_BASED',
  dateProperty: 'birthday',
  daysDelta: 0,
  yearly: true,
  ...at,
};

function next(schedule: Schedule, after: string, name = WARSAW): string {
  return shown(nextScheduleAt(schedule, zone(name), Date.parse(after)), name);
}

describe('a schedule starts next', () => {
  test.each<[string, Schedule, string, string]>([
    ['daily, today', { type: 'DAILY', ...at }, '2026-11-24T08:00Z', 'Tue 2026-11-24 09:30'],
    [
      'daily, not at once again',
      { type: 'DAILY', ...at },
      '2026-11-24T08:30Z',
      'Wed 2026-11-25 09:30',
    ],
    [
      'on its weekday',
      { type: 'WEEKLY', daysOfWeek: [1, 5], ...at },
      '2026-11-24T08:00Z',
      'Fri 2026-11-27 09:30',
    ],
    [
      'on the first one of the next week',
      { type: 'WEEKLY', daysOfWeek: [5, 1], ...at },
      '2026-11-27T09:00Z',
      'Mon 2026-11-30 09:30',
    ],
    [
      'on a day of the month',
      { type: 'MONTHLY_SPECIFIC_DAYS', daysOfMonth: [1, 15], ...at },
      '2026-11-24T08:00Z',
      'Tue 2026-12-01 09:30',
    ],
    [
      'on the last day where the month has no 31st',
      { type: 'MONTHLY_SPECIFIC_DAYS', daysOfMonth: [31], ...at },
      '2026-11-24T08:00Z',
      'Mon 2026-11-30 09:30',
    ],
    [
      'on February 28',
      { type: 'MONTHLY_SPECIFIC_DAYS', daysOfMonth: [30], ...at },
      '2027-02-01T08:00Z',
      'Sun 2027-02-28 09:30',
    ],
    [
      'on February 29',
      { type: 'MONTHLY_SPECIFIC_DAYS', daysOfMonth: [30], ...at },
      '2028-02-01T08:00Z',
      'Tue 2028-02-29 09:30',
    ],
    [
      'once where two days fall on the last one',
      { type: 'MONTHLY_SPECIFIC_DAYS', daysOfMonth: [30, 31], ...at },
      '2027-02-28T09:00Z',
      'Tue 2027-03-30 09:30',
    ],
    [
      'on the first Monday',
      { type: 'MONTHLY_RELATIVE_DAYS', day: 'FIRST_MONDAY_OF_MONTH', ...at },
      '2026-11-24T08:00Z',
      'Mon 2026-12-07 09:30',
    ],
    [
      'on a first Monday that is the first',
      { type: 'MONTHLY_RELATIVE_DAYS', day: 'FIRST_MONDAY_OF_MONTH', ...at },
      '2027-01-31T08:00Z',
      'Mon 2027-02-01 09:30',
    ],
    [
      'on the last day',
      { type: 'MONTHLY_RELATIVE_DAYS', day: 'LAST_DAY_OF_MONTH', ...at },
      '2028-02-05T08:00Z',
      'Tue 2028-02-29 09:30',
    ],
    ['every day where it goes by a date', birthday, '2026-11-24T08:00Z', 'Tue 2026-11-24 09:30'],
  ])('%s', (_name, schedule, after, expected) => {
    expect(next(schedule, after)).toBe(expected);
  });

  test('later where the clock skips its time, once where it shows it twice', () => {
    const early: Schedule = { type: 'DAILY', minute: minute('02:30') };

    expect(next(early, '2026-03-28T12:00Z')).toBe('Sun 2026-03-29 03:30');
    expect(nextScheduleAt(early, zone(WARSAW), Date.parse('2026-10-24T12:00Z'))).toBe(
      Date.parse('2026-10-25T00:30Z'),
    );
    expect(next(early, '2026-10-25T00:30Z')).toBe('Mon 2026-10-26 02:30');
  });

  test('past midnight where the clock skips midnight itself', () => {
    const late: Schedule = { type: 'DAILY', minute: minute('23:30') };

    // The Azores skip midnight itself, Nuuk the last hour of Saturday.
    expect(next({ type: 'DAILY', minute: 0 }, '2026-03-28T12:00Z', 'Atlantic/Azores')).toBe(
      'Sun 2026-03-29 01:00',
    );
    expect(next(late, '2026-03-28T12:00Z', 'America/Nuuk')).toMatch(/^Sun 2026-03-29 00:30$/);
  });
});

describe('the day of a date property', () => {
  const env = (date: string, name = WARSAW) => ({ date: day(date), zone: zone(name) });
  const once = (daysDelta: number) => ({ daysDelta, yearly: false });
  const yearly = (daysDelta: number) => ({ daysDelta, yearly: true });

  test.each([
    [once(0), '2026-12-24', '2026-12-24', true],
    [once(0), '2026-12-24', '2026-12-25', false],
    [once(3), '2026-12-30', '2027-01-02', true],
    [once(-7), '2026-12-05', '2026-11-28', true],
    [once(0), '2025-12-24', '2026-12-24', false],
    [yearly(0), '1990-06-15', '2026-06-15', true],
    [yearly(0), '1990-06-15', '2026-06-16', false],
    [yearly(-1), '1990-01-01', '2026-12-31', true],
    [yearly(0), '2000-02-29', '2027-02-28', true],
    [yearly(0), '2000-02-29', '2028-02-28', false],
    [yearly(0), '2000-02-29', '2028-02-29', true],
    [yearly(1), '2000-02-29', '2027-03-01', true],
    [yearly(0), '2000-02-28', '2028-02-29', false],
    [yearly(0), '2030-06-15', '2026-06-15', false],
    [yearly(0), '2026-06-15', '2026-06-15', true],
    [once(0), '', '2026-12-24', false],
    [once(0), 'soon', '2026-12-24', false],
    [once(0), '2026-02-30', '2026-03-02', false],
    [once(0), undefined, '2026-12-24', false],
  ])('%o for %s is %s: %s', (schedule, value, date, expected) => {
    expect(isDue(schedule, value, env(date))).toBe(expected);
  });

  test('an instant is read by the calendar of the zone', () => {
    const value = '2026-12-24T23:30:00Z';

    expect(isDue(once(0), value, env('2026-12-25'))).toBe(true);
    expect(isDue(once(0), value, env('2026-12-24', 'America/New_York'))).toBe(true);
    expect(isDue(once(0), String(Date.parse(value)), env('2026-12-25'))).toBe(true);
  });

  test('midnight in UTC is that whole day everywhere, unless the property holds times', () => {
    const value = '2026-12-24T00:00:00Z';
    const newYork = env('2026-12-24', 'America/New_York');

    expect(isDue(once(0), value, newYork)).toBe(true);
    expect(isDue(once(0), value, { ...newYork, type: 'date' })).toBe(true);
    expect(isDue(once(0), value, { ...newYork, type: 'datetime' })).toBe(false);
  });

  test('an instant beyond the calendar is no day', () => {
    expect(isDue(yearly(0), '8640000000000001', env('2026-12-24'))).toBe(false);
    expect(isDue(yearly(0), '8639999999999999', env('2026-12-24'))).toBe(false);
  });
});
