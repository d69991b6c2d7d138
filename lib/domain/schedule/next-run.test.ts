import { expect, test } from 'vitest';
import { HOUR, MINUTE } from '@/lib/time/instant';
import { minute, shown, someTimes } from '@/test/support/times';
import { nextRun } from './next-run';

const at = (text: string) => Date.parse(text);
const wide = '00:00-24:00';

interface Row {
  readonly why: string;
  readonly previous: string;
  readonly delay?: readonly [days: number, minutes?: number];
  readonly clock: string;
  readonly rules?: Parameters<typeof someTimes>[0];
  readonly expected: string;
}

const rows: readonly Row[] = [
  {
    why: 'Thursday and three business days over a weekend and a holiday is Wednesday',
    previous: '2026-12-17T08:00Z',
    delay: [3],
    clock: '09:00',
    rules: { holidays: ['2026-12-21'] },
    expected: 'Wed 2026-12-23 09:00',
  },
  {
    why: 'the same without minding holidays is Tuesday',
    previous: '2026-12-17T08:00Z',
    delay: [3],
    clock: '09:00',
    rules: { days: 'weekdays', holidays: ['2026-12-21'] },
    expected: 'Tue 2026-12-22 09:00',
  },
  {
    why: 'the same on every day is Sunday',
    previous: '2026-12-17T08:00Z',
    delay: [3],
    clock: '09:00',
    rules: { days: 'everyDay', holidays: ['2026-12-21'] },
    expected: 'Sun 2026-12-20 09:00',
  },
  {
    why: 'three weekdays after a Monday at 17:00 is Thursday at 17:00, as HubSpot has it',
    previous: '2026-11-23T16:00Z',
    delay: [3],
    clock: '17:00',
    rules: { days: 'weekdays' },
    expected: 'Thu 2026-11-26 17:00',
  },
  {
    why: 'a step that ran late keeps the clock time of the enrollment',
    previous: '2026-11-23T16:31:12Z',
    delay: [1],
    clock: '09:00',
    expected: 'Tue 2026-11-24 09:00',
  },
  {
    why: 'the date is that of the zone: Monday evening in UTC is Tuesday in Kiritimati',
    previous: '2026-11-23T20:00Z',
    delay: [1],
    clock: '09:00',
    rules: { zone: 'Pacific/Kiritimati' },
    expected: 'Wed 2026-11-25 09:00',
  },
  {
    why: 'enrolled on a Saturday, one business day later is Monday',
    previous: '2026-11-21T11:00Z',
    delay: [1],
    clock: '12:00',
    expected: 'Mon 2026-11-23 12:00',
  },
  {
    why: '09:00 stays 09:00 over spring',
    previous: '2026-03-27T08:00Z',
    delay: [3],
    clock: '09:00',
    rules: { days: 'everyDay' },
    expected: 'Mon 2026-03-30 09:00',
  },
  {
    why: '09:00 stays 09:00 over autumn',
    previous: '2026-10-23T07:00Z',
    delay: [3],
    clock: '09:00',
    rules: { days: 'everyDay' },
    expected: 'Mon 2026-10-26 09:00',
  },
  {
    why: 'a clock time of 02:30 that is skipped is 03:30 on that day',
    previous: '2026-03-28T01:30Z',
    delay: [1],
    clock: '02:30',
    rules: { days: 'everyDay', window: wide },
    expected: 'Sun 2026-03-29 03:30',
  },
  {
    why: 'and 02:30 again on the day after',
    previous: '2026-03-29T01:30Z',
    delay: [1],
    clock: '02:30',
    rules: { days: 'everyDay', window: wide },
    expected: 'Mon 2026-03-30 02:30',
  },
  {
    why: 'half an hour in Lord Howe',
    previous: '2026-10-02T22:00Z',
    delay: [2],
    clock: '08:30',
    rules: { zone: 'Australia/Lord_Howe', days: 'everyDay' },
    expected: 'Mon 2026-10-05 08:30',
  },
  {
    why: 'days first, then minutes',
    previous: '2026-11-23T08:00Z',
    delay: [1, 90],
    clock: '09:00',
    expected: 'Tue 2026-11-24 10:30',
  },
  {
    why: 'minutes alone are elapsed time, whatever the clock time of the enrollment',
    previous: '2026-11-23T08:00Z',
    delay: [0, 30],
    clock: '17:00',
    expected: 'Mon 2026-11-23 09:30',
  },
];

test.each(rows)('$why', ({
  previous,
  delay: [days, minutes = 0] = [0],
  clock,
  rules,
  expected,
}) => {
  const times = someTimes(rules);
  const run = nextRun(at(previous), {
    ...times,
    delay: { days, minutes },
    clockMinute: minute(clock),
    spreadKey: 'any',
  });

  expect(shown(run, times.zone)).toBe(expected);
});

const at0830 = { ...someTimes(), clockMinute: minute('08:30'), spreadKey: 'ada:step-2' };

test('a doubled clock time is the first of the two', () => {
  const times = someTimes({ days: 'everyDay', window: wide });
  const delay = { days: 1, minutes: 0 };

  expect(
    nextRun(at('2026-10-24T00:30Z'), { ...times, delay, clockMinute: 150, spreadKey: '' }),
  ).toBe(at('2026-10-25T00:30Z'));
});

test('no delay within the window is the very same instant', () => {
  const previous = at('2026-11-23T08:00:07.123Z');

  expect(nextRun(previous, { ...at0830, delay: { days: 0, minutes: 0 } })).toBe(previous);
});

test('a clock time after the end is the next morning, within the first hour', () => {
  const followUp = { ...at0830, clockMinute: minute('22:15'), delay: { days: 1, minutes: 0 } };
  const run = nextRun(at('2026-11-26T21:15Z'), followUp);
  const opening = at('2026-11-30T07:00Z');

  expect(run).toBeGreaterThanOrEqual(opening);
  expect(run).toBeLessThan(opening + HOUR);
  expect((run - opening) % MINUTE).toBe(0);
});

test('a hundred that wait for the same morning do not leave in one minute', () => {
  const runs = Array.from({ length: 100 }, (_, index) =>
    nextRun(at('2026-11-26T21:15Z'), {
      ...at0830,
      clockMinute: minute('22:15'),
      delay: { days: 1, minutes: 0 },
      spreadKey: `person${index}@example.com:step-2`,
    }),
  );

  expect(new Set(runs).size).toBeGreaterThan(40);
});

test('365 business days are 73 weeks, counted day by day', () => {
  const run = nextRun(at('2026-01-01T11:00Z'), { ...at0830, delay: { days: 365, minutes: 0 } });

  expect(shown(run, at0830.zone)).toBe('Thu 2027-05-27 08:30');
});
