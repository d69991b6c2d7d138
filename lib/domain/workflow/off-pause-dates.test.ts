import { describe, expect, test } from 'vitest';
import { zone } from '@/test/support/builders';
import { day, shown } from '@/test/support/times';
import { offPauseDates } from './off-pause-dates';

const range = (from: string, to = from) => ({ from: day(from), to: day(to) });

function moved(at: string, ranges: readonly string[], name = 'Europe/Warsaw'): string {
  const pauseDates = ranges.map((text) => {
    const [from = '', to = from] = text.split('..');
    return range(from, to);
  });
  return shown(offPauseDates(Date.parse(at), { zone: zone(name), pauseDates }), name);
}

describe('what is due on a pause date is done', () => {
  test.each([
    [[], 'Thu 2026-12-24 10:00'],
    [['2026-12-25'], 'Thu 2026-12-24 10:00'],
    [['2026-12-24'], 'Fri 2026-12-25 10:00'],
    [['2026-12-24..2026-12-26'], 'Sun 2026-12-27 10:00'],
    [['2026-12-26..2026-12-28', '2026-12-23..2026-12-25'], 'Tue 2026-12-29 10:00'],
    [['2026-12-20..2026-12-30', '2026-12-24'], 'Thu 2026-12-31 10:00'],
  ])('with %j on %s', (ranges, expected) => {
    expect(moved('2026-12-24T09:00Z', ranges)).toBe(expected);
  });

  test('by the calendar of the zone', () => {
    expect(moved('2026-12-24T23:30Z', ['2026-12-25'])).toBe('Sat 2026-12-26 00:30');
    expect(moved('2026-12-24T23:30Z', ['2026-12-24'], 'America/New_York')).toBe(
      'Fri 2026-12-25 18:30',
    );
  });

  test('at the same time on the clock, however it changes meanwhile', () => {
    expect(moved('2026-03-28T09:00Z', ['2026-03-28'])).toBe('Sun 2026-03-29 10:00');
    expect(moved('2026-03-28T01:30Z', ['2026-03-28'])).toBe('Sun 2026-03-29 03:30');
  });

  test('where the next day was left out, on the one after that, unless it pauses as well', () => {
    expect(moved('2011-12-29T22:00Z', ['2011-12-29'], 'Pacific/Apia')).toBe('Sat 2011-12-31 12:00');
    expect(moved('2011-12-29T22:00Z', ['2011-12-29', '2011-12-31'], 'Pacific/Apia')).toBe(
      'Sun 2012-01-01 12:00',
    );
  });

  test('never, in practice, where the pause has no end', () => {
    expect(moved('2026-12-24T09:00Z', ['2026-12-01..9999-12-31'])).toBe('Fri 9999-12-31 10:00');
  });

  test('at the very instant where nothing pauses, seconds and all', () => {
    const at = Date.parse('2026-12-24T09:00:12.345Z');

    expect(offPauseDates(at, { zone: zone('Europe/Warsaw'), pauseDates: [] })).toBe(at);
  });
});
