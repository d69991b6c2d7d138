import * as v from 'valibot';
import { expect, test } from 'vitest';
import { localDateSchema } from '@/lib/time/local-date';
import { closedRanges, daysOf } from './closed-ranges';

const date = (text: string) => v.parse(localDateSchema, text);
const day = (text: string, name = '') => ({ date: date(text), name });

test('days in a row with one name are one range, whatever order they are stored in', () => {
  const days = [day('2027-01-01', 'Party'), day('2026-12-31', 'Party'), day('2027-01-03', 'Party')];

  expect(closedRanges(days)).toEqual([
    { from: '2026-12-31', to: '2027-01-01', name: 'Party' },
    { from: '2027-01-03', to: '2027-01-03', name: 'Party' },
  ]);
});

test('another name is another range', () => {
  expect(closedRanges([day('2026-12-24', 'A'), day('2026-12-25', 'B')])).toHaveLength(2);
});

test('a range is its days again, over a leap day', () => {
  const range = { from: date('2028-02-28'), to: date('2028-03-01'), name: 'Trip' };

  expect(daysOf(range).map((one) => one.date)).toEqual(['2028-02-28', '2028-02-29', '2028-03-01']);
  expect(closedRanges(daysOf(range))).toEqual([range]);
});

test('a range longer than a year ends after a year', () => {
  expect(daysOf({ from: date('2026-01-01'), to: date('9999-12-31'), name: '' })).toHaveLength(366);
});
