import { describe, expect, test } from 'vitest';
import type { EligibleDays } from '@/lib/domain/sequence/settings';
import { DAY, HOUR, type Instant, MINUTE } from '@/lib/time/instant';
import type { LocalDate } from '@/lib/time/local-date';
import { day, someTimes } from '@/test/support/times';
import { intoWindow } from './into-window';
import { nextRun } from './next-run';
import type { SendTimes } from './send-times';

/** Every kind of change there is from 2026 to 2028, and zones that never change. */
const ZONES = [
  'Europe/Warsaw',
  'Europe/London',
  'Europe/Dublin',
  'Europe/Chisinau',
  'Atlantic/Azores',
  'Atlantic/Reykjavik',
  'America/New_York',
  'America/Los_Angeles',
  'America/St_Johns',
  'America/Havana',
  'America/Santiago',
  'America/Asuncion',
  'America/Sao_Paulo',
  'America/Scoresbysund',
  'America/Nuuk',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Jerusalem',
  'Asia/Beirut',
  'Asia/Gaza',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'Australia/Eucla',
  'Antarctica/Troll',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Norfolk',
] as const;
const FROM = Date.parse('2026-01-01T00:00Z');
const TO = Date.parse('2029-01-01T00:00Z');
/** Dates that were left out, and a midnight that came twice. */
const OLD_EDGES: readonly (readonly [zone: string, edge: string])[] = [
  ['Pacific/Apia', '2011-12-30T10:00Z'],
  ['Pacific/Fakaofo', '2011-12-30T11:00Z'],
  ['Pacific/Kwajalein', '1993-08-21T12:00Z'],
  ['America/Sao_Paulo', '2018-02-18T02:00Z'],
];

/** All changes are at multiples of it, and so are all windows here: nothing happens in between. */
const STEP = 15 * MINUTE;
const WINDOWS = [
  '08:00-18:00',
  '02:15-02:45',
  '00:00-24:00',
  '01:30-03:00',
  '23:15-23:45',
  '00:00-00:15',
  '02:00-03:00',
  '00:45-23:30',
];
const DAYS: readonly EligibleDays[] = ['everyDay', 'businessDays', 'weekdays', 'everyDay'];

function edgesOf(zone: string): Instant[] {
  const edges: Instant[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(FROM).toZonedDateTimeISO(zone);
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (next === null || next.epochMilliseconds >= TO) return edges;
    edges.push(next.epochMilliseconds);
    at = next;
  }
}

/** What Temporal shows at a moment. */
interface Moment {
  readonly at: Instant;
  readonly date: LocalDate;
  readonly minute: number;
  readonly weekday: number;
}

function momentAt(at: Instant, zone: string): Moment {
  const here = zonedAt(at, zone);
  const minute = here.hour * 60 + here.minute;
  return { at, date: day(here.toPlainDate().toString()), minute, weekday: here.dayOfWeek };
}

function zonedAt(at: Instant, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}

/** The rule in other words, for this very moment. */
function isAllowed({ minute, ...moment }: Moment, times: SendTimes): boolean {
  const { start, end } = times.settings.window;
  return minute >= start && minute < end && isWorkday(moment, times);
}

function isWorkday(
  { date, weekday }: Pick<Moment, 'date' | 'weekday'>,
  { settings, calendar }: SendTimes,
): boolean {
  if (calendar.closed.has(date)) return false;
  if (settings.days === 'everyDay') return true;
  if (weekday === 6 || weekday === 7) return false;
  return settings.days === 'weekdays' || !calendar.holidays.has(date);
}

/** For every moment the first one from there on that is allowed. */
function firstAllowed(moments: readonly Moment[], times: SendTimes): Instant[] {
  const first: Instant[] = [];
  let next = Number.NaN;
  for (let index = moments.length - 1; index >= 0; index--) {
    const here = moments[index];
    if (here !== undefined && isAllowed(here, times)) next = here.at;
    first[index] = next;
  }
  return first;
}

function timesNear(zone: string, edge: Instant, turn: number): SendTimes {
  const near = (days: number) => new Date(edge + days * DAY).toISOString().slice(0, 10);
  return someTimes({
    zone,
    window: WINDOWS[turn % WINDOWS.length] ?? '',
    days: DAYS[Math.floor(turn / 2) % DAYS.length] ?? 'weekdays',
    holidays: [near(turn % 3), near(3)],
    closed: [near((turn % 4) - 1)],
  });
}

function mismatches(zone: string, edge: Instant, turns: readonly number[]): unknown[] {
  const start = Math.floor((edge - 2 * DAY) / STEP) * STEP;
  const moments = Array.from({ length: 11 * 96 }, (_, index) =>
    momentAt(start + index * STEP, zone),
  );
  const wrong: unknown[] = [];
  for (const turn of turns) {
    const times = timesNear(zone, edge, turn);
    const first = firstAllowed(moments, times);
    for (let index = 0; index < 4 * 96; index++) {
      const at = start + index * STEP;
      const got = intoWindow(at, times);
      if (got !== first[index])
        wrong.push({ zone, at, got, want: first[index], ...times.settings });
    }
  }
  return wrong;
}

describe('into the window, by looking at every quarter of an hour', () => {
  test.each(ZONES)('%s, around every change of its clock', (zone) => {
    const edges = [...edgesOf(zone), Date.parse('2027-01-10T11:00Z')];
    const wrong = edges.flatMap((edge, index) =>
      mismatches(zone, edge, [index * 3, index * 3 + 1, index * 3 + 2]),
    );

    expect(wrong).toEqual([]);
  });

  test.each(OLD_EDGES)('%s, at %s', (zone, edge) => {
    expect(mismatches(zone, Date.parse(edge), [0, 1, 2, 3, 4, 5, 6, 7])).toEqual([]);
  });
});

/** The next run by walking: day after day, then quarter of an hour after quarter of an hour. */
function walked(
  previous: Instant,
  times: SendTimes,
  delay: { readonly days: number; readonly minutes: number },
  clockMinute: number,
): Instant {
  const { zone } = times;
  let date = zonedAt(previous, zone).toPlainDate();
  for (let counted = 0; counted < delay.days; ) {
    date = date.add({ days: 1 });
    if (isWorkday({ date: day(date.toString()), weekday: date.dayOfWeek }, times)) counted += 1;
  }
  const plainTime = new Temporal.PlainTime(Math.floor(clockMinute / 60), clockMinute % 60);
  const from =
    delay.days === 0
      ? zonedAt(previous, zone)
      : date.toZonedDateTime({ timeZone: zone, plainTime });
  let at = from.add({ minutes: delay.minutes }).epochMilliseconds;
  if (isAllowed(momentAt(at, zone), times)) return at;
  at = Math.ceil(at / STEP) * STEP;
  while (!isAllowed(momentAt(at, zone), times)) at += STEP;
  return at;
}

describe('the next run, by walking there', () => {
  test.each(ZONES)('%s, three years of days', (zone) => {
    const near = edgesOf(zone).flatMap((edge) => [-2, -1, 0].map((days) => edge + days * DAY));
    const spaced = Array.from({ length: 73 }, (_, index) => FROM + index * 15 * DAY);

    for (const [index, start] of [...near, ...spaced].entries()) {
      // Some instant of that day, some delay and some clock time, different every time.
      const previous = start + ((index * 7_919) % 1_440) * MINUTE + (index % 60) * 1_000;
      const delay = { days: index % 5, minutes: index % 3 === 0 ? (index * 37) % 1_440 : 0 };
      const clockMinute = (index * 331) % 1_440;
      const times = timesNear(zone, previous + DAY, index % 2 === 0 ? 0 : index);
      const opening = walked(previous, times, delay, clockMinute);
      const run = nextRun(previous, { ...times, delay, clockMinute, spreadKey: `${index}` });

      const about = { zone, previous, delay, clockMinute, ...times.settings };
      expect({ ...about, allowed: isAllowed(momentAt(run, zone), times) }).toEqual({
        ...about,
        allowed: true,
      });
      expect({ ...about, late: run < opening || run - opening >= HOUR }).toEqual({
        ...about,
        late: false,
      });
      // Only what had to wait for an opening is spread.
      if (opening % STEP !== 0) expect({ ...about, run }).toEqual({ ...about, run: opening });
      expect(run).toBeGreaterThanOrEqual(previous + delay.minutes * MINUTE);
    }
  });
});

test('these zones have changes to be wrong about, of every size', () => {
  const edges = ZONES.flatMap((zone) => edgesOf(zone).map((edge) => ({ zone, edge })));
  const sizes = edges.map(({ zone, edge }) => {
    const before = zonedAt(edge - 1, zone).offsetNanoseconds;
    return Math.abs(zonedAt(edge, zone).offsetNanoseconds - before) / 60e9;
  });

  expect(edges.length).toBeGreaterThan(100);
  expect(new Set(sizes)).toEqual(new Set([30, 60, 120]));
  expect(ZONES).toHaveLength(30);
});
