import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOW, zone as parsed } from '@/test/support/builders';
import { dateOf } from './calendar-ms';
import { DAY, HOUR, type Instant, MINUTE } from './instant';
import { isKnownZone } from './known-zone';
import { canonicalZone, type DstPolicy, instantOf, nextChangeOf, wallClockOf } from './zoned';

/** Half-hour and two-hour changes, both hemispheres, changes at midnight, backwards, and none. */
const ZONES = [
  'Europe/Warsaw',
  'Europe/Dublin',
  'America/New_York',
  'America/Santiago',
  'America/Nuuk',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Beirut',
  'Antarctica/Troll',
  'Asia/Kathmandu',
] as const;

const HOST_ZONES = ['UTC', 'America/New_York', 'Pacific/Apia'];
const POLICIES: readonly DstPolicy[] = ['compatible', 'earlier', 'later'];
const FROM = Date.parse('2026-01-01T00:00:00Z');
const TO = Date.parse('2029-01-01T00:00:00Z');
/** Near a change in steps of half an hour, and about a day away, where it no longer matters. */
const AROUND = [-26, -25, -24, -23, 23, 24, 25, 26]
  .map((hours) => hours * HOUR)
  .concat(Array.from({ length: 17 }, (_, index) => (index - 8) * 30 * MINUTE));
/** Without a change near it, in any of the zones. */
const CALM = Date.parse('2027-01-10T11:00:00Z');

/** A wall clock as if it were UTC, by `Intl` and not by what is under test. */
function createWallClock(zone: string): (at: Instant) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (at) => {
    const found = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const part = (name: Intl.DateTimeFormatPartTypes) => found.get(name) ?? Number.NaN;
    return Date.UTC(
      part('year'),
      part('month') - 1,
      part('day'),
      part('hour'),
      part('minute'),
      part('second'),
    );
  };
}

/** Which instant shows this wall time, by trying the offsets of the day before and the day after. */
function expected(wallAt: (at: Instant) => number, wall: number, policy: DstPolicy): Instant {
  const offsetAt = (at: Instant) => wallAt(at) - at;
  const before = wall - offsetAt(wall - DAY);
  const after = wall - offsetAt(wall + DAY);
  const shown = [before, after].filter((at) => wallAt(at) === wall);
  // Nowhere: the clock skips it. `compatible` goes on with the old offset, hence later on the clock.
  if (shown.length === 0) return policy === 'earlier' ? after : before;
  return policy === 'later' ? Math.max(...shown) : Math.min(...shown);
}

function edgesOf(zone: string): readonly Instant[] {
  const edges: Instant[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(FROM).toZonedDateTimeISO(zone);
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (next === null || next.epochMilliseconds >= TO) return edges;
    edges.push(next.epochMilliseconds);
    at = next;
  }
}

describe.each(HOST_ZONES)('on a machine in %s', (hostZone) => {
  const before = process.env['TZ'];
  beforeAll(() => {
    process.env['TZ'] = hostZone;
  });
  afterAll(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });

  test('the machine really is there', () => {
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(hostZone);
  });

  test.each(ZONES)('in %s the clock shows what Intl says it does, around every change', (name) => {
    const wallAt = createWallClock(name);

    const wrong: unknown[] = [];
    for (const edge of [...edgesOf(name), CALM]) {
      for (let shift = -3 * HOUR; shift <= 3 * HOUR; shift += 30 * MINUTE) {
        for (const at of [edge + shift - 1, edge + shift, edge + shift + 59_999]) {
          const { date, minute, weekday } = wallClockOf(at, parsed(name));
          const wall = wallAt(at);
          const want = new Date(wall);
          const isRight =
            date === want.toISOString().slice(0, 10) &&
            minute === want.getUTCHours() * 60 + want.getUTCMinutes() &&
            weekday === (want.getUTCDay() || 7);
          if (!isRight) wrong.push({ at, date, minute, weekday, want });
        }
      }
    }

    expect(wrong).toEqual([]);
  });

  test.each(
    ZONES,
  )('in %s a wall time is the instant that shows it, around every change', (name) => {
    const wallAt = createWallClock(name);

    const wrong: unknown[] = [];
    for (const edge of [...edgesOf(name), CALM]) {
      for (const shift of AROUND) {
        const wall = wallAt(edge) + shift;
        const minute = Math.floor((wall - Date.parse(dateOf(wall))) / MINUTE);
        for (const policy of POLICIES) {
          const got = instantOf(dateOf(wall), minute, parsed(name), policy);
          const want = expected(wallAt, wall, policy);
          if (got !== want) wrong.push({ edge, wall, policy, got, want });
        }
      }
    }

    expect(wrong).toEqual([]);
  });

  test('every zone that the browser lists is known', () => {
    const listed = Intl.supportedValuesOf('timeZone');

    expect(listed.length).toBeGreaterThan(400);
    expect(listed.filter((name) => !isKnownZone(name))).toEqual([]);
  });
});

test('the zones of these tests have changes to be wrong about', () => {
  const counts = ZONES.map((name) => edgesOf(name).length);

  expect(counts.filter((count) => count >= 6).length).toBeGreaterThanOrEqual(8);
});

test('a date that a zone has left out begins with the next one', () => {
  const apia = parsed('Pacific/Apia');
  const lastOf29th = Date.parse('2011-12-30T09:59:59Z');

  expect(wallClockOf(lastOf29th, apia).date).toBe('2011-12-29');
  expect(wallClockOf(lastOf29th + 1_000, apia)).toEqual({
    date: '2011-12-31',
    minute: 0,
    weekday: 6,
  });
  const skipped = dateOf(Date.parse('2011-12-30'));
  expect(instantOf(skipped, 540, apia, 'compatible')).toBe(Date.parse('2011-12-30T19:00Z'));
  expect(instantOf(skipped, 540, apia, 'earlier')).toBe(Date.parse('2011-12-29T19:00Z'));
});

test.each([
  ['Asia/Kolkata', 'Asia/Calcutta'],
  ['US/Eastern', 'America/New_York'],
  ['Europe/Kyiv', 'Europe/Kiev'],
])('%s and %s are one zone under one name', (one, other) => {
  expect(canonicalZone(parsed(one))).toBe(canonicalZone(parsed(other)));
});

test('the next change is strictly later, and none is known where clocks are left alone', () => {
  const spring = Date.parse('2027-03-28T01:00Z');

  expect(nextChangeOf(NOW, parsed('Europe/Warsaw'))).toBe(spring);
  expect(nextChangeOf(spring, parsed('Europe/Warsaw'))).toBe(Date.parse('2027-10-31T01:00Z'));
  expect(nextChangeOf(NOW, parsed('Asia/Kolkata'))).toBe(Number.POSITIVE_INFINITY);
});

test.each([
  'Europe/Atlantis',
  'Nowhere/At_All',
  'America/Argentina/Atlantis',
  'Europe/Warsaw/Extra',
])('%s has the look of a zone, but neither Intl nor we know it', (name) => {
  expect(() => new Intl.DateTimeFormat('en', { timeZone: name })).toThrow(RangeError);
  expect(isKnownZone(name)).toBe(false);
});

test.each([
  '',
  ' ',
  '+02:00',
  '-0500',
  '+02',
  'UTC+2',
  'GMT+1',
  'Z',
  'CET',
  'EST5EDT',
  'Europe',
  '/',
  'Europe/',
  '/Warsaw',
  ' Europe/Warsaw',
  'Europe/Warsaw\n',
  'Europe/War saw',
  'Europe/Warsaw\0',
  'Europe/\u202EwasraW',
  'Europe/Warsaw; DROP TABLE',
  '../Europe/Warsaw',
  '<img src=x onerror=alert(1)>',
  '__proto__',
  'constructor/prototype',
  `Europe/${'a'.repeat(10_000)}`,
])('%j is no zone', (name) => {
  expect(isKnownZone(name)).toBe(false);
});
