import { describe, expect, test } from 'vitest';
import type { EligibleDays } from '@/lib/domain/sequence/settings';
import { day, someTimes } from '@/test/support/times';
import { addEligibleDays } from './add-eligible-days';
import { eligibleDay } from './eligible-day';

// Monday the 21st is Labor Day for these tests, Tuesday the 22nd the company's own.
const { calendar } = someTimes({ holidays: ['2026-12-21'], closed: ['2026-12-22', '2026-12-26'] });

describe.each<[string, EligibleDays, string, boolean]>([
  ['a Friday', 'businessDays', '2026-12-18', true],
  ['a Saturday', 'businessDays', '2026-12-19', false],
  ['a Sunday', 'businessDays', '2026-12-20', false],
  ['a public holiday', 'businessDays', '2026-12-21', false],
  ['an own closed day', 'businessDays', '2026-12-22', false],
  ['a Friday', 'weekdays', '2026-12-18', true],
  ['a Saturday', 'weekdays', '2026-12-19', false],
  ['a Sunday', 'weekdays', '2026-12-20', false],
  ['a public holiday', 'weekdays', '2026-12-21', true],
  ['an own closed day', 'weekdays', '2026-12-22', false],
  ['a Saturday', 'everyDay', '2026-12-19', true],
  ['a public holiday', 'everyDay', '2026-12-21', true],
  ['an own closed Saturday', 'everyDay', '2026-12-26', false],
])('%s with %s', (_what, days, date, eligible) => {
  test(eligible ? 'runs steps' : 'runs nothing', () => {
    expect(eligibleDay(day(date), days, calendar)).toBe(eligible);
  });
});

test.each<[string, number, EligibleDays, string, string]>([
  ['Thursday and one', 1, 'businessDays', '2026-12-17', '2026-12-18'],
  [
    'three over a weekend, a holiday and a closed day',
    3,
    'businessDays',
    '2026-12-17',
    '2026-12-24',
  ],
  ['three over a weekend and a closed day', 3, 'weekdays', '2026-12-17', '2026-12-23'],
  ['three over a closed day', 6, 'everyDay', '2026-12-17', '2026-12-24'],
  ['from a Sunday', 1, 'weekdays', '2026-12-20', '2026-12-21'],
  ['none from a Sunday stays there', 0, 'weekdays', '2026-12-20', '2026-12-20'],
])('%s: %i %s after %s is %s… ', (_why, count, days, from, to) => {
  expect(addEligibleDays(day(from), count, days, calendar)).toBe(to);
});
