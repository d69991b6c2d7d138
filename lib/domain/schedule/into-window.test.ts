import { expect, test } from 'vitest';
import { HOUR, MINUTE } from '@/lib/time/instant';
import { shown, someTimes } from '@/test/support/times';
import { inWindow } from './in-window';
import { intoWindow } from './into-window';
import { resumeAt } from './resume-at';

const at = (text: string) => Date.parse(text);
const moved = (from: string, rules: Parameters<typeof someTimes>[0]) => {
  const times = someTimes(rules);
  return shown(intoWindow(at(from), times), times.zone);
};

test.each([
  ['within the window it is left alone, seconds and all', '2026-11-23T10:11:12.345Z'],
  ['the start itself is inside', '2026-11-23T07:00:00Z'],
  ['the last second is inside', '2026-11-23T16:59:59.999Z'],
])('%s', (_why, from) => {
  expect(intoWindow(at(from), { ...someTimes(), spreadKey: 'any' })).toBe(at(from));
});

test.each([
  ['before the start: the start of that day', '2026-11-23T06:59:59Z', 'Mon 2026-11-23 08:00'],
  ['the end itself is outside', '2026-11-23T17:00Z', 'Tue 2026-11-24 08:00'],
  ['after the end of Friday: Monday', '2026-11-20T20:00Z', 'Mon 2026-11-23 08:00'],
  ['a Saturday: Monday', '2026-11-21T11:00Z', 'Mon 2026-11-23 08:00'],
])('%s', (_why, from, to) => {
  expect(moved(from, {})).toBe(to);
});

test('a Friday evening before a holiday on Monday and a closed Tuesday is Wednesday', () => {
  const rules = { holidays: ['2026-12-21'], closed: ['2026-12-22'] };

  expect(moved('2026-12-18T20:00Z', rules)).toBe('Wed 2026-12-23 08:00');
  expect(moved('2026-12-18T20:00Z', { ...rules, days: 'weekdays' })).toBe('Mon 2026-12-21 08:00');
  expect(moved('2026-12-18T20:00Z', { ...rules, days: 'everyDay' })).toBe('Sat 2026-12-19 08:00');
});

test('the same instant is inside for one zone and outside for another', () => {
  const morning = at('2026-11-23T07:30Z');

  expect(inWindow(morning, someTimes({ zone: 'Europe/Warsaw' }))).toBe(true);
  expect(inWindow(morning, someTimes({ zone: 'America/New_York' }))).toBe(false);
  expect(moved('2026-11-23T07:30Z', { zone: 'Pacific/Kiritimati' })).toBe('Tue 2026-11-24 08:00');
});

test.each([
  // 29 March 2026, 02:00 to 03:00 does not exist in Warsaw.
  ['opens when the gap ends, if it begins within', '02:30-04:00', 'Sun 2026-03-29 03:00'],
  ['does not open if it lies within', '02:00-03:00', 'Mon 2026-03-30 02:00'],
  ['opens on time if the gap comes later', '01:30-02:30', 'Sun 2026-03-29 01:30'],
])('a window in a gap of the clock %s', (_how, window, to) => {
  expect(moved('2026-03-28T23:30Z', { days: 'everyDay', window })).toBe(to);
});

test('a window that comes twice opens twice', () => {
  // 25 October 2026, 02:00 to 03:00 comes twice in Warsaw: at 00:00Z and at 01:00Z.
  const times = someTimes({ days: 'everyDay', window: '02:15-02:45' });

  expect(intoWindow(at('2026-10-24T23:00Z'), times)).toBe(at('2026-10-25T00:15Z'));
  expect(intoWindow(at('2026-10-25T00:45Z'), times)).toBe(at('2026-10-25T01:15Z'));
  expect(intoWindow(at('2026-10-25T01:45Z'), times)).toBe(at('2026-10-26T01:15Z'));
});

test('a clock that is put back into the window opens it at once', () => {
  const times = someTimes({ days: 'everyDay', window: '01:30-02:30' });

  expect(intoWindow(at('2026-10-25T00:40Z'), times)).toBe(at('2026-10-25T01:00Z'));
});

test('also when it is put back over midnight, into the day before', () => {
  // Until 2011 at 00:01 in Goose Bay.
  const times = someTimes({ zone: 'America/Goose_Bay', days: 'everyDay', window: '00:45-23:30' });
  const change = at('2010-11-07T03:01Z');

  expect(intoWindow(at('2010-11-07T03:00:30Z'), times)).toBe(change);
});

test('what was put off is spread, never before the opening and never out of the window', () => {
  const times = someTimes({ window: '08:00-08:40' });
  const opening = at('2026-11-23T07:00Z');
  const delays = Array.from({ length: 100 }, (_, index) => {
    const spreadKey = `person${index}@example.com`;
    const planned = intoWindow(at('2026-11-21T11:00Z'), { ...times, spreadKey });
    expect(intoWindow(at('2026-11-22T23:00Z'), { ...times, spreadKey })).toBe(planned);
    return (planned - opening) / MINUTE;
  });

  expect(Math.min(...delays)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...delays)).toBeLessThan(20);
  expect(new Set(delays).size).toBeGreaterThan(15);
});

test('on a day when the window is cut short the spread is cut as well', () => {
  // Troll puts its clock forward by two hours, from 01:00 to 03:00: half an hour is left of four.
  const times = someTimes({ zone: 'Antarctica/Troll', days: 'everyDay', window: '01:00-03:30' });
  const opening = at('2026-03-29T01:00Z');
  for (let index = 0; index < 100; index++) {
    const planned = intoWindow(at('2026-03-29T00:00Z'), { ...times, spreadKey: `${index}` });

    expect(planned).toBeGreaterThanOrEqual(opening);
    expect(planned).toBeLessThan(opening + 30 * MINUTE);
  }
});

test('what was left of a pause is waited from now, and then for the window', () => {
  const times = { ...someTimes(), spreadKey: 'any' };
  const noon = at('2026-11-23T11:00Z');

  expect(resumeAt(noon, 0, times)).toBe(noon);
  expect(resumeAt(noon, 2 * HOUR, times)).toBe(noon + 2 * HOUR);
  expect(shown(resumeAt(noon, 12 * HOUR, times), times.zone)).toMatch(/^Tue 2026-11-24 08:/);
});
