import Holidays from 'date-holidays';
import type { CalendarRow } from '@/lib/store/schema';
import { addDays } from '@/lib/time/add-days';
import { dateOf } from '@/lib/time/calendar-ms';
import { DAY, HOUR } from '@/lib/time/instant';
import type { LocalDate } from '@/lib/time/local-date';

export interface CalendarQuery {
  /** ISO 3166 codes, see {@link countriesWithHolidays}. */
  readonly countries: readonly string[];
  /** In order, without a gap. */
  readonly years: readonly number[];
  /** Whose names are preferred; the country's own where it has none in this language. */
  readonly language: string;
  /** Lets the page do something else between two countries. */
  readonly breathe: () => Promise<void>;
}

type Found = ReturnType<Holidays['getHolidays']>[number];

/** A clock put forward makes a day an hour short. */
const SHORT_DAY = 2 * HOUR;
const LONGEST_NAME = 200;

/** Every country whose public holidays are known, as ISO 3166 codes. */
export function countriesWithHolidays(): readonly string[] {
  return Object.keys(new Holidays().getCountries());
}

/**
 * Works out the public holidays of countries, one country at a time. Only what holds in the whole
 * country, and only whole days: on a day that is off from noon, mail still leaves in the morning.
 *
 * @yields the days of one country, in order
 * @throws the signal's reason when it aborts
 */
export async function* computeCalendars(
  { countries, years, language, breathe }: CalendarQuery,
  signal: AbortSignal,
): AsyncGenerator<CalendarRow> {
  const last = years.at(-1);
  for (const country of countries) {
    const holidays = new Holidays(country, { types: ['public'] });
    const names = new Map<LocalDate, string>();
    for (const year of years) {
      await breathe();
      signal.throwIfAborted();
      for (const found of holidays.getHolidays(year, language) ?? []) note(names, found);
    }
    const days = [...names]
      .map(([date, name]) => ({ date, name: name.slice(0, LONGEST_NAME) }))
      .sort((one, other) => (one.date < other.date ? -1 : 1));
    yield { id: country, days, until: dateOf(Date.UTC(last ?? 0, 11, 31)) };
  }
}

/** Two holidays on one day are one day off with two names. */
function note(names: Map<LocalDate, string>, found: Found): void {
  if (found.type !== 'public') return;
  // By the country's own calendar, whatever zone this machine is in; the rest is a time of day.
  const first = dateOf(Date.parse(found.date.slice(0, 10)));
  const length = found.end.getTime() - found.start.getTime();
  const days = Math.floor((length + SHORT_DAY) / DAY);
  for (let day = 0; day < days; day++) {
    const date = addDays(first, day);
    const known = names.get(date);
    const isNew = known === undefined || !known.split('; ').includes(found.name);
    if (isNew) names.set(date, known === undefined ? found.name : `${known}; ${found.name}`);
  }
}
