import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Instant } from '@/lib/time/instant';
import { zone } from '@/test/support/builders';
import { day } from '@/test/support/times';
import { isDue, nextScheduleAt } from './schedule';
import type { Schedule } from './trigger';

/** Every kind of change there is from 2026 to 2028, and zones that never change. */
const ZONES = `Europe/Warsaw Europe/London Europe/Dublin Europe/Chisinau Atlantic/Azores
  Atlantic/Reykjavik America/New_York America/Los_Angeles America/St_Johns America/Havana
  America/Santiago America/Asuncion America/Sao_Paulo America/Scoresbysund America/Nuuk Africa/Cairo
  Africa/Casablanca Asia/Jerusalem Asia/Beirut Asia/Gaza Asia/Kathmandu Asia/Kolkata
  Australia/Lord_Howe Australia/Sydney Australia/Eucla Antarctica/Troll Pacific/Chatham Pacific/Apia
  Pacific/Kiritimati Pacific/Norfolk`.split(/\s+/);
const FROM = Date.parse('2026-01-01T00:00Z');
const TO = Date.parse('2029-01-01T00:00Z');

const minuteOfDay = fc.integer({ min: 0, max: 1_439 });
const anySchedule: fc.Arbitrary<Exclude<Schedule, { type: 'PROPERTY_BASED' }>> = fc.oneof(
  fc.record({ type: fc.constant('DAILY'), minute: minuteOfDay }),
  fc.record({
    type: fc.constant('WEEKLY'),
    daysOfWeek: fc.subarray([1, 2, 3, 4, 5, 6, 7] as const, { minLength: 1 }),
    minute: minuteOfDay,
  }),
  fc.record({
    type: fc.constant('MONTHLY_SPECIFIC_DAYS'),
    daysOfMonth: fc.array(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 3 }),
    minute: minuteOfDay,
  }),
  fc.record({
    type: fc.constant('MONTHLY_RELATIVE_DAYS'),
    day: fc.constantFrom('FIRST_MONDAY_OF_MONTH', 'LAST_DAY_OF_MONTH'),
    minute: minuteOfDay,
  }),
);

/** Which days of a month it is on, asked of the month and not of the day. */
function daysIn(schedule: Schedule, month: Temporal.PlainYearMonth): readonly number[] {
  const all = Array.from({ length: month.daysInMonth }, (_, index) => index + 1);
  const weekday = (at: number) => month.toPlainDate({ day: at }).dayOfWeek;
  switch (schedule.type) {
    case 'DAILY':
    case 'PROPERTY_BASED':
      return all;
    case 'WEEKLY':
      return all.filter((at) => schedule.daysOfWeek.some((wanted) => wanted === weekday(at)));
    case 'MONTHLY_SPECIFIC_DAYS':
      return schedule.daysOfMonth.map((at) => month.toPlainDate({ day: at }).day);
    case 'MONTHLY_RELATIVE_DAYS':
      return schedule.day === 'LAST_DAY_OF_MONTH'
        ? all.slice(-1)
        : all.filter((at) => weekday(at) === 1).slice(0, 1);
  }
}

/** Every start in the two months around and after an instant; the first later one. */
function walked(schedule: Schedule, name: string, after: Instant): Instant | undefined {
  const here = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(name);
  const month = here.toPlainDate().toPlainYearMonth();
  const time = Temporal.PlainTime.from('00:00').add({ minutes: schedule.minute });
  return [-1, 0, 1, 2]
    .map((months) => month.add({ months }))
    .flatMap((one) => daysIn(schedule, one).map((at) => one.toPlainDate({ day: at })))
    .map((date) => date.toZonedDateTime({ timeZone: name, plainTime: time }).epochMilliseconds)
    .sort((a, b) => a - b)
    .find((at) => at > after);
}

describe.each(ZONES)('in %s', (name) => {
  test('a schedule starts when a walk over the calendar says so', () => {
    const edge = changesOf(name);
    const instants = fc.oneof(
      fc.integer({ min: FROM, max: TO }),
      ...edge.map((at) => fc.integer({ min: at - 100_000_000, max: at + 100_000_000 })),
    );
    fc.assert(
      fc.property(anySchedule, instants, (schedule, after) => {
        expect(nextScheduleAt(schedule, zone(name), after)).toBe(walked(schedule, name, after));
      }),
      { numRuns: 60 },
    );
  });
});

test('a date property is due when adding the days to it by Temporal gives that day', () => {
  const anyDate = fc
    .integer({ min: -20_000, max: 30_000 })
    .map((days) => Temporal.PlainDate.from('1970-01-01').add({ days }));
  const hits = { once: 0, yearly: 0 };
  const property = fc.property(
    anyDate,
    fc.integer({ min: -400, max: 400 }),
    fc.integer({ min: -1, max: 1 }),
    fc.nat({ max: 60 }),
    fc.boolean(),
    (first, daysDelta, off, years, yearly) => {
      // `add` makes February 29 the 28th where there is none.
      const base = yearly ? first.add({ years }) : first;
      const today = base.add({ days: daysDelta + off });

      const due = isDue({ daysDelta, yearly }, first.toString(), {
        date: day(today.toString()),
        zone: zone('Europe/Warsaw'),
      });

      expect(due).toBe(off === 0);
      if (due) hits[yearly ? 'yearly' : 'once'] += 1;
    },
  );
  fc.assert(property, { numRuns: 2_000 });
  expect(Math.min(hits.once, hits.yearly)).toBeGreaterThan(100);
});

function changesOf(name: string): Instant[] {
  const found: Instant[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(FROM).toZonedDateTimeISO(name);
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (next === null || next.epochMilliseconds >= TO) return found;
    found.push(next.epochMilliseconds);
    at = next;
  }
}
