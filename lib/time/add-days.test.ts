import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from './add-days';
import { dateOf } from './calendar-ms';
import { DAY } from './instant';
import { weekdayOf } from './weekday';

const date = (text: string) => dateOf(Date.parse(text));
const anyDate = fc.integer({ min: -30_000, max: 60_000 }).map((day) => dateOf(day * DAY));

test.each([
  ['2028-02-28', 1, '2028-02-29'],
  ['2027-02-28', 1, '2027-03-01'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2026-01-01', -1, '2025-12-31'],
  ['2026-11-22', 0, '2026-11-22'],
  // Samoa left the 30th out; a calendar without a zone does not.
  ['2011-12-29', 1, '2011-12-30'],
])('%s and %i days is %s', (from, days, to) => {
  expect(addDays(date(from), days)).toBe(to);
});

test('days and weekdays are those of Temporal, long before and after', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -800, max: 800 }), (from, days) => {
      const want = Temporal.PlainDate.from(from).add({ days });

      expect(addDays(from, days)).toBe(want.toString());
      expect(weekdayOf(from)).toBe(Temporal.PlainDate.from(from).dayOfWeek);
    }),
  );
});

test('a year that no date can name is refused', () => {
  expect(() => addDays(date('9999-12-31'), 1)).toThrow(RangeError);
  expect(() => addDays(date('0000-01-01'), -1)).toThrow(RangeError);
  expect(() => dateOf(Number.NaN)).toThrow(RangeError);
  expect(addDays(date('0000-02-28'), 1)).toBe('0000-02-29');
});
