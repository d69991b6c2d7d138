import { expect, test } from 'vitest';
import { HOUR } from '@/lib/time/instant';
import { zone } from '@/test/support/builders';
import { afterDelay } from './after-delay';

const at = (text: string) => Date.parse(text);
const days = (count: number, minutes = 0) => ({ days: count, minutes });

test.each([
  // [why, previous, delay, zone, expected]
  ['three quiet days', '2026-11-23T08:00Z', days(3), 'Europe/Warsaw', '2026-11-26T08:00Z'],
  [
    '09:00 stays 09:00 over spring',
    '2026-03-27T08:00Z',
    days(3),
    'Europe/Warsaw',
    '2026-03-30T07:00Z',
  ],
  [
    '09:00 stays 09:00 over autumn',
    '2026-10-23T07:00Z',
    days(3),
    'Europe/Warsaw',
    '2026-10-26T08:00Z',
  ],
  [
    'a skipped 02:30 moves forward to 03:30',
    '2026-03-28T01:30Z',
    days(1),
    'Europe/Warsaw',
    '2026-03-29T01:30Z',
  ],
  [
    'a doubled 02:30 is the first one',
    '2026-10-24T00:30Z',
    days(1),
    'Europe/Warsaw',
    '2026-10-25T00:30Z',
  ],
  [
    'half an hour in Lord Howe',
    '2026-10-02T22:00Z',
    days(2),
    'Australia/Lord_Howe',
    '2026-10-04T21:30Z',
  ],
  ['a year with a leap day', '2027-03-01T08:00Z', days(365), 'Europe/Warsaw', '2028-02-29T08:00Z'],
  [
    'minutes are elapsed time, also over a change',
    '2026-03-29T00:30Z',
    days(0, 90),
    'Europe/Warsaw',
    '2026-03-29T02:00Z',
  ],
  [
    'days first, then minutes',
    '2026-03-28T08:00Z',
    days(1, 30),
    'Europe/Warsaw',
    '2026-03-29T07:30Z',
  ],
])('%s', (_why, previous, delay, name, expected) => {
  expect(new Date(afterDelay(at(previous), delay, zone(name))).toISOString()).toBe(
    new Date(at(expected)).toISOString(),
  );
});

test('no delay is the very same instant, even in the second of two equal hours', () => {
  const second = at('2026-10-25T01:30Z');

  expect(afterDelay(second, days(0), zone('Europe/Warsaw'))).toBe(second);
  expect(afterDelay(second, days(0, 60), zone('Europe/Warsaw'))).toBe(second + HOUR);
});
