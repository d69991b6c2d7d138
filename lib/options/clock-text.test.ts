import { expect, test } from 'vitest';
import { clockText, parseClock, parseClockEnd } from './clock-text';

test('every minute of a day is read as it was shown', () => {
  const minutes = Array.from({ length: 1_440 }, (_, minute) => minute);

  expect(minutes.map((minute) => parseClock(clockText(minute)))).toEqual(minutes);
});

test('midnight at the end of the day is its end, and shows as midnight', () => {
  expect([clockText(1_440), parseClockEnd('00:00'), parseClockEnd('18:00')]).toEqual([
    '00:00',
    1_440,
    1_080,
  ]);
});

test.each(['', '24:00', '9:00', '08:60', 'noon'])('%j is no time of day', (text) => {
  expect([parseClock(text), parseClockEnd(text)]).toEqual([undefined, undefined]);
});
