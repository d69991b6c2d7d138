import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { type Away, awaySchema } from '@/lib/domain/sender/sender';
import { dateOf } from '@/lib/time/calendar-ms';
import { DAY, HOUR, type Instant, MINUTE } from '@/lib/time/instant';
import { zone } from '@/test/support/builders';
import { shown, someTimes } from '@/test/support/times';
import { backAt, lastDayAway } from './back-at';
import { inWindow } from './in-window';
import { intoWindow } from './into-window';
import { nextRun } from './next-run';

const at = (text: string) => Date.parse(text);
const away = (...ranges: readonly [string, string][]): readonly Away[] =>
  ranges.map(([from, to]) => v.parse(awaySchema, { from, to }));
const warsaw = zone('Europe/Warsaw');

/** Times of somebody in Warsaw, written to by a sender who is away. */
function times(days: readonly Away[], rules: Parameters<typeof someTimes>[0] = {}, own = warsaw) {
  const plain = someTimes(rules);
  return { ...plain, calendar: { ...plain.calendar, absence: { zone: own, days } } };
}
const moved = (from: string, days: readonly Away[], own = warsaw) =>
  shown(intoWindow(at(from), times(days, {}, own)), warsaw);

describe('while the sender is away', () => {
  test('a step waits for the first opening after the last day', () => {
    expect(moved('2026-11-24T10:00Z', away(['2026-11-24', '2026-11-25']))).toBe(
      'Thu 2026-11-26 08:00',
    );
  });

  test('a last day on a Friday is followed by Monday', () => {
    expect(moved('2026-11-27T10:00Z', away(['2026-11-27', '2026-11-27']))).toBe(
      'Mon 2026-11-30 08:00',
    );
  });

  test('the evening before and the morning after are there', () => {
    const days = away(['2026-11-25', '2026-11-25']);

    expect(moved('2026-11-24T16:59Z', days)).toBe('Tue 2026-11-24 17:59');
    expect(moved('2026-11-24T17:00Z', days)).toBe('Thu 2026-11-26 08:00');
  });

  test('days that follow each other are one absence', () => {
    const days = away(['2026-11-25', '2026-11-26'], ['2026-11-24', '2026-11-24']);

    expect(moved('2026-11-24T10:00Z', days)).toBe('Fri 2026-11-27 08:00');
  });

  test('it is the sender’s midnight that counts, not the contact’s', () => {
    // In New York it is still the 24th until 06:00 of the 25th in Warsaw.
    const days = away(['2026-11-24', '2026-11-24']);

    expect(moved('2026-11-24T10:00Z', days, zone('America/New_York'))).toBe('Wed 2026-11-25 08:00');
    // In Tokyo the 24th is over at 16:00 in Warsaw, within the hours.
    expect(moved('2026-11-24T10:00Z', days, zone('Asia/Tokyo'))).toBe('Tue 2026-11-24 16:00');
  });

  test('who comes back into open hours does not write to everybody at once', () => {
    const days = away(['2026-11-24', '2026-11-24']);
    const rules = times(days, {}, zone('Asia/Tokyo'));
    const minutes = new Set(
      Array.from({ length: 50 }, (_, index) =>
        intoWindow(at('2026-11-24T10:00Z'), { ...rules, spreadKey: `step-${index}` }),
      ),
    );

    expect(minutes.size).toBeGreaterThan(20);
    expect(Math.min(...minutes)).toBeGreaterThanOrEqual(at('2026-11-24T15:00Z'));
    expect(Math.max(...minutes)).toBeLessThan(at('2026-11-24T16:00Z'));
  });

  test('a delay goes on: only the moment of sending moves', () => {
    const followUp = {
      ...times(away(['2026-11-25', '2026-12-06'])),
      delay: { days: 3, minutes: 0 },
      clockMinute: 600,
      spreadKey: 'any',
    };

    const next = nextRun(at('2026-11-24T09:00Z'), followUp);

    expect(shown(next, warsaw)).toMatch(/^Mon 2026-12-07 08:/);
  });
});

test('the last day of an absence is told, of somebody who is there nothing', () => {
  const absence = {
    zone: warsaw,
    days: away(['2026-11-24', '2026-11-25'], ['2026-11-26', '2026-11-26']),
  };

  expect(lastDayAway(at('2026-11-24T10:00Z'), absence)).toBe('2026-11-26');
  expect(lastDayAway(at('2026-11-26T23:00Z'), absence)).toBeUndefined();
  expect(backAt(at('2026-11-24T10:00Z'), absence)).toBe(at('2026-11-26T23:00Z'));
  expect(backAt(at('2026-11-24T10:00Z'), undefined)).toBeUndefined();
});

test('a midnight that the clock skips ends with the gap', () => {
  // Beirut puts its clock forward at midnight of 29 March 2026.
  const absence = { zone: zone('Asia/Beirut'), days: away(['2026-03-28', '2026-03-28']) };

  expect(backAt(at('2026-03-28T10:00Z'), absence)).toBe(at('2026-03-28T22:00Z'));
});

const zones = ['Europe/Warsaw', 'America/New_York', 'Asia/Tokyo', 'Pacific/Apia', 'Asia/Beirut'];
const BEGIN = at('2026-02-01T00:00Z');
const anAbsence = fc
  .array(fc.record({ from: fc.nat(120), length: fc.nat(12) }), { maxLength: 6 })
  .map((ranges) =>
    ranges.flatMap(({ from, length }) =>
      away([dateOf(BEGIN + from * DAY), dateOf(BEGIN + (from + length) * DAY)]),
    ),
  );

test('whatever the absences, a step runs at the first minute that is open and not away', () => {
  fc.assert(
    fc.property(
      anAbsence,
      fc.nat(60 * 24 * 60),
      fc.constantFrom(...zones),
      fc.constantFrom(...zones),
      (days, minutes, contactZone, senderZone) => {
        const from = BEGIN + minutes * MINUTE;
        const rules = times(days, { zone: contactZone, days: 'weekdays' }, zone(senderZone));
        const absence = { zone: zone(senderZone), days };
        const isFree = (instant: Instant) =>
          inWindow(instant, rules) && backAt(instant, absence) === undefined;

        const first = intoWindow(from, rules);
        const spreaded = intoWindow(from, { ...rules, spreadKey: 'any' });

        expect(isFree(first) && isFree(spreaded)).toBe(true);
        expect(intoWindow(first, rules)).toBe(first);
        expect(spreaded - first).toBeLessThan(HOUR);
        // Every quarter of an hour before it is closed or away.
        for (let before = first - 15 * MINUTE; before >= from; before -= 15 * MINUTE) {
          if (isFree(before)) throw new Error(`${new Date(before).toISOString()} was free`);
        }
      },
    ),
    { numRuns: 300 },
  );
});
