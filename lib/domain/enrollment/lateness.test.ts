import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '@/lib/time/instant';
import { NOW, zone } from '@/test/support/builders';
import { GRACE, latenessOf } from './lateness';

const warsaw = zone('Europe/Warsaw');
const at = (text: string) => Date.parse(text);
const rule = (now: number, askWhenLateDays = 3) => ({ now, zone: warsaw, askWhenLateDays });
const kindAt = (planned: string, now: string, days = 3) =>
  latenessOf({ dueAt: at(planned) }, rule(at(now), days)).kind;

test('a few minutes after its time a step is on time', () => {
  expect(latenessOf({ dueAt: NOW }, rule(NOW + GRACE)).kind).toBe('onTime');
  expect(latenessOf({ dueAt: NOW }, rule(NOW + GRACE + 1))).toEqual({
    kind: 'late',
    lateMs: GRACE + 1,
  });
});

describe('more days late than the sequence says', () => {
  test.each([
    ['three days to the second are not more', '2026-11-23T16:00Z', '2026-11-26T16:00:00Z', 'late'],
    ['a second after it asks', '2026-11-23T16:00Z', '2026-11-26T16:00:01Z', 'ask'],
    ['seconds of the plan count', '2026-11-23T16:00:30Z', '2026-11-26T16:00:30Z', 'late'],
    ['weekends are days', '2026-11-27T16:00Z', '2026-11-30T16:01Z', 'ask'],
    // The clock goes back on 25 October: these three days have 73 hours.
    ['a day has 25 hours where the clock has', '2026-10-24T10:00Z', '2026-10-27T10:30Z', 'late'],
    // And forward on 29 March: 71 hours.
    ['and 23 where it has', '2026-03-28T10:00Z', '2026-03-31T09:30Z', 'ask'],
  ])('%s', (_what, planned, now, kind) => {
    expect(kindAt(planned, now)).toBe(kind);
  });

  test('how many is the sequence’s own', () => {
    expect(kindAt('2026-11-20T10:00Z', '2026-11-24T10:00Z', 30)).toBe('late');
    expect(kindAt('2026-11-20T10:00Z', '2026-11-24T10:00Z', 1)).toBe('ask');
  });
});

test('a step that was moved for being late counts from its first plan, once it is late again', () => {
  const moved = { dueAt: NOW, lateSince: NOW - 5 * DAY };

  expect(latenessOf(moved, rule(NOW + MINUTE)).kind).toBe('onTime');
  expect(latenessOf(moved, rule(NOW + HOUR))).toEqual({ kind: 'ask', lateMs: 5 * DAY + HOUR });
});

test('lateness only ever grows with time, from on time to late to asking', () => {
  const order = ['onTime', 'late', 'ask'];
  fc.assert(
    fc.property(
      fc.integer({ min: NOW - 400 * DAY, max: NOW + 400 * DAY }),
      fc.nat(40 * DAY),
      fc.nat(40 * DAY),
      fc.integer({ min: 1, max: 90 }),
      fc.constantFrom('Europe/Warsaw', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia'),
      (dueAt, first, more, askWhenLateDays, name) => {
        const look = (ms: number) =>
          latenessOf({ dueAt }, { now: dueAt + ms, zone: zone(name), askWhenLateDays }).kind;

        expect(order.indexOf(look(first))).toBeLessThanOrEqual(order.indexOf(look(first + more)));
        // A day of the clock is 23 to 25 hours.
        if (first <= askWhenLateDays * DAY - 2 * HOUR) expect(look(first)).not.toBe('ask');
        if (first > askWhenLateDays * DAY + 2 * HOUR) expect(look(first)).toBe('ask');
      },
    ),
    { numRuns: 1_000 },
  );
});

test('before its time nothing is late', () => {
  expect(latenessOf({ dueAt: NOW + 30 * SECOND }, rule(NOW)).kind).toBe('onTime');
});
