import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { holds } from '@/lib/domain/workflow/holds';
import { operationSchema } from '@/lib/domain/workflow/operation';
import type { PropertyDefinition } from '@/lib/domain/workflow/property-definition';
import { HOUR } from '@/lib/time/instant';
import { aContact, NOW, zone } from '@/test/support/builders';
import { aFilter, groupsOf } from '@/test/support/workflow-builders';

const definitions = new Map<string, PropertyDefinition>([
  ['date', { name: 'date', type: 'date' }],
  ['datetime', { name: 'datetime', type: 'datetime' }],
]);

interface Where {
  readonly property?: 'date' | 'datetime';
  readonly zoneName?: string;
  readonly now?: number;
}

/** NOW is Tuesday 2026-11-24, 09:00 in Warsaw. */
function passes(operation: object, is: string, { property, zoneName, now }: Where = {}): boolean {
  const name = property ?? (is.length === 10 ? 'date' : 'datetime');
  const contact = aContact({ properties: { [name]: is } });
  return holds(groupsOf([aFilter(name, v.parse(operationSchema, operation))]), contact, {
    definitions,
    zone: zone(zoneName ?? 'Europe/Warsaw'),
    now: now ?? NOW,
  });
}

/** What Warsaw's clocks showed, as an instant. */
const inWarsaw = (wall: string) =>
  Temporal.PlainDateTime.from(wall).toZonedDateTime('Europe/Warsaw').toInstant().toString();

describe('a date', () => {
  const date = (operator: string) => ({ operationType: 'DATE', operator, date: '2026-11-24' });

  test.each([
    ['2026-11-23T23:59:59.999', 'IS_BEFORE'],
    ['2026-11-24T00:00', 'IS_EQUAL_TO'],
    ['2026-11-24T23:59:59.999', 'IS_EQUAL_TO'],
    ['2026-11-25T00:00', 'IS_AFTER'],
  ])('is of the workflow’s calendar: %s there %s', (wall, holding) => {
    for (const operator of ['IS_BEFORE', 'IS_EQUAL_TO', 'IS_AFTER']) {
      expect(passes(date(operator), inWarsaw(wall))).toBe(operator === holding);
    }
  });

  test.each([
    ['2026-11-23', 'IS_BEFORE'],
    ['2026-11-24', 'IS_EQUAL_TO'],
    ['2026-11-25', 'IS_AFTER'],
  ])('that is a whole day is that day in every zone: %s %s', (day, holding) => {
    for (const zoneName of ['Pacific/Apia', 'Europe/Warsaw', 'America/New_York']) {
      for (const operator of ['IS_BEFORE', 'IS_EQUAL_TO', 'IS_AFTER']) {
        expect(passes(date(operator), day, { zoneName })).toBe(operator === holding);
      }
    }
  });

  test('may be stored as milliseconds, as HubSpot does at midnight UTC', () => {
    const stored = String(Date.parse('2026-11-24'));

    expect(
      passes(date('IS_EQUAL_TO'), stored, { property: 'date', zoneName: 'America/New_York' }),
    ).toBe(true);
  });

  test.each([
    '0000-01-01',
    '0001-01-01',
    '9999-12-31',
  ])('at the end of the calendar is one: %s', (end) => {
    const equal = { operationType: 'DATE', operator: 'IS_EQUAL_TO', date: end };

    expect(passes(equal, '2026-11-24')).toBe(false);
    expect(passes({ ...equal, operator: 'IS_BEFORE' }, '2026-11-24')).toBe(end > '2026');
  });
});

test('before and after an instant exclude it', () => {
  const at = (operator: string) => ({ operationType: 'DATETIME', operator, timestamp: NOW });

  expect(passes(at('IS_BEFORE'), String(NOW - 1))).toBe(true);
  expect(passes(at('IS_BEFORE'), String(NOW))).toBe(false);
  expect(passes(at('IS_AFTER'), String(NOW))).toBe(false);
  expect(passes(at('IS_AFTER'), String(NOW + 1))).toBe(true);
});

test('between two instants includes both', () => {
  const range = { operationType: 'RANGED_DATE', lowerBound: NOW, upperBound: NOW + HOUR };
  const between = { ...range, operator: 'IS_BETWEEN' };

  expect(passes(between, String(NOW))).toBe(true);
  expect(passes(between, String(NOW + HOUR))).toBe(true);
  expect(passes(between, String(NOW + HOUR + 1))).toBe(false);
  expect(passes({ ...range, operator: 'IS_NOT_BETWEEN' }, String(NOW - 1))).toBe(true);
});

describe('a number of days', () => {
  const days = (operator: string, numberOfDays: number) => ({
    operationType: 'ROLLING_DATE_RANGE',
    operator,
    numberOfDays,
  });

  test('ago is counted from the beginning of that day', () => {
    const lessThan3 = days('IS_LESS_THAN_X_DAYS_AGO', 3);
    const moreThan3 = days('IS_MORE_THAN_X_DAYS_AGO', 3);

    expect(passes(lessThan3, inWarsaw('2026-11-21T00:00'))).toBe(true);
    expect(passes(lessThan3, inWarsaw('2026-11-20T23:59:59.999'))).toBe(false);
    expect(passes(moreThan3, inWarsaw('2026-11-20T23:59:59.999'))).toBe(true);
    expect(passes(moreThan3, inWarsaw('2026-11-21T00:00'))).toBe(false);
  });

  test('ago is never later than now, from now never earlier', () => {
    expect(passes(days('IS_LESS_THAN_X_DAYS_AGO', 3), String(NOW + 1))).toBe(false);
    expect(passes(days('IS_LESS_THAN_X_DAYS_AGO', 3), String(NOW))).toBe(true);
    expect(passes(days('IS_LESS_THAN_X_DAYS_FROM_NOW', 3), String(NOW))).toBe(true);
    expect(passes(days('IS_LESS_THAN_X_DAYS_FROM_NOW', 3), String(NOW - 1))).toBe(false);
  });

  test('from now reaches to the beginning of that day, and more goes on there', () => {
    const less = days('IS_LESS_THAN_X_DAYS_FROM_NOW', 2);
    const more = days('IS_MORE_THAN_X_DAYS_FROM_NOW', 2);

    expect(passes(less, '2026-11-25')).toBe(true);
    expect(passes(less, '2026-11-26')).toBe(true);
    expect(passes(less, '2026-11-27')).toBe(false);
    expect(passes(more, '2026-11-26')).toBe(false);
    expect(passes(more, '2026-11-27')).toBe(true);
  });

  test('is not one of 24 hours where the clock is put back', () => {
    // New York, 2026-11-01: 25 hours. One day before Monday noon begins 37 hours earlier.
    const monday = Date.parse('2026-11-02T17:00Z');
    const where = { zoneName: 'America/New_York', now: monday } as const;
    const lessThan1 = days('IS_LESS_THAN_X_DAYS_AGO', 1);

    expect(passes(lessThan1, String(monday - 37 * HOUR), where)).toBe(true);
    expect(passes(lessThan1, String(monday - 37 * HOUR - 1), where)).toBe(false);
  });
});

describe('a unit of the calendar', () => {
  const unit = (operator: string, timeUnit: string, timeUnitCount = 1) => ({
    operationType: 'CALENDAR_DATE',
    operator,
    timeUnit,
    timeUnitCount,
  });

  test.each([
    ['DAY', '2026-11-24', '2026-11-24'],
    ['WEEK', '2026-11-23', '2026-11-29'],
    ['MONTH', '2026-11-01', '2026-11-30'],
    ['QUARTER', '2026-10-01', '2026-12-31'],
    ['YEAR', '2026-01-01', '2026-12-31'],
  ])('this %s is from %s to %s', (name, first, last) => {
    const before = String(Temporal.PlainDate.from(first).subtract({ days: 1 }));
    const after = String(Temporal.PlainDate.from(last).add({ days: 1 }));
    const inside = (day: string) => passes(unit('IN_THIS_TIME_UNIT', name), day);

    expect([before, first, last, after].map(inside)).toEqual([false, true, true, false]);
  });

  test('so far it ends now', () => {
    const soFar = unit('IN_THIS_TIME_UNIT_SO_FAR', 'WEEK');

    expect(passes(soFar, '2026-11-22')).toBe(false);
    expect(passes(soFar, '2026-11-23')).toBe(true);
    expect(passes(soFar, '2026-11-24')).toBe(true);
    expect(passes(soFar, '2026-11-25')).toBe(false);
    expect(passes(soFar, String(NOW + 1))).toBe(false);
  });

  test('the last and the next ones are whole and without this one', () => {
    const last2 = (day: string) => passes(unit('IN_LAST_TIME_UNIT', 'MONTH', 2), day);
    const next = (day: string) => passes(unit('IN_NEXT_TIME_UNIT', 'QUARTER'), day);

    expect(['2026-08-31', '2026-09-01', '2026-10-31', '2026-11-01'].map(last2)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(['2026-12-31', '2027-01-01', '2027-03-31', '2027-04-01'].map(next)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('is of the workflow’s zone: one instant, two days', () => {
    const today = unit('IN_THIS_TIME_UNIT', 'DAY');
    const lateInNewYork = '2026-11-24T04:30:00.000Z';

    expect(passes(today, lateInNewYork, { zoneName: 'Europe/Warsaw' })).toBe(true);
    expect(passes(today, lateInNewYork, { zoneName: 'America/New_York' })).toBe(false);
  });
});

test('9999-12-31, which people write for "never", is a day like others', () => {
  const last = { operationType: 'DATE', operator: 'IS_EQUAL_TO', date: '9999-12-31' };

  expect(passes(last, '9999-12-31')).toBe(true);
  expect(passes(last, '9999-12-31T22:59:59.999Z')).toBe(true);
  expect(passes(last, '9999-12-31T23:00:00.000Z')).toBe(false);
});
