import * as v from 'valibot';

/** A day on somebody's calendar, `YYYY-MM-DD`, without a zone. */
export const localDateSchema = v.pipe(
  v.string(),
  v.isoDate(),
  v.check(isOnCalendar, 'expected a day that its month has'),
  v.brand('LocalDate'),
);

export type LocalDate = v.InferOutput<typeof localDateSchema>;

/** Minutes since midnight on a clock, 0 to 1439. */
export type MinuteOfDay = number;

export const minuteOfDaySchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_439));

/** `2026-02-31` reads as a day in March, and is then no longer what it was. */
function isOnCalendar(date: string): boolean {
  const at = Date.parse(`${date}T00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}
