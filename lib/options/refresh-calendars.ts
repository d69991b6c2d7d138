import type { Rpc } from '@/lib/rpc/client';
import type { CalendarRow } from '@/lib/store/schema';
import { addDays } from '@/lib/time/add-days';
import { dateOf } from '@/lib/time/calendar-ms';
import type { Clock } from '@/lib/time/clock';
import type { LocalDate } from '@/lib/time/local-date';
import { zoneCountriesOf } from './zone-countries-of';

/** The longest delay is 365 eligible days: holidays have to be known further ahead than a year. */
const HORIZON_DAYS = 400;
/** This year and two more. */
const YEARS = 3;
/** Calendars in one message: a few hundred days each. */
const CHUNK = 40;

export interface CalendarDeps {
  readonly rpc: Pick<Rpc, 'calendar.save'>;
  /** Up to which day the stored holidays reach, see `calendarHorizon`. */
  readonly readHorizon: () => Promise<LocalDate | undefined>;
  readonly clock: Clock;
  /** Two open pages do not work it out twice: whoever comes second finds it done. */
  readonly locks: LockManager;
  /** Of the rep, for the names; for example `pl`. */
  readonly language: string;
  /** Lets the page do something else; a macrotask. */
  readonly breathe: () => Promise<void>;
  /** Called after every chunk of countries was stored. */
  readonly progress: (done: number, total: number) => void;
}

export type CalendarRefresh =
  | { readonly kind: 'fresh'; readonly until: LocalDate }
  | { readonly kind: 'refreshed'; readonly countries: number; readonly until: LocalDate };

/**
 * Has the public holidays of all countries stored, if they are missing or end soon. A page does it
 * and never the worker: the data weigh far more than everything else together, and are loaded only
 * when they are needed.
 *
 * Stopped half-way, or with a failure, it begins again the next time.
 *
 * @throws the signal's reason when it aborts, `RpcFailure` when the worker could not store them
 */
export function refreshCalendars(
  deps: CalendarDeps,
  signal: AbortSignal,
): Promise<CalendarRefresh> {
  return deps.locks.request('calendars', { signal }, () => refresh(deps, signal));
}

async function refresh(deps: CalendarDeps, signal: AbortSignal): Promise<CalendarRefresh> {
  const today = dateOf(deps.clock.now());
  const horizon = await deps.readHorizon();
  if (horizon !== undefined && horizon >= addDays(today, HORIZON_DAYS)) {
    return { kind: 'fresh', until: horizon };
  }
  const { computeCalendars, countriesWithHolidays } = await import('./compute-calendars');
  signal.throwIfAborted();
  const { language, breathe } = deps;
  const countries = countriesWithHolidays();
  const years = Array.from({ length: YEARS }, (_, index) => Number(today.slice(0, 4)) + index);
  let chunk: CalendarRow[] = [];
  let done = 0;
  let until = today;
  for await (const row of computeCalendars({ countries, years, language, breathe }, signal)) {
    chunk.push(row);
    ({ until } = row);
    if (chunk.length < CHUNK && done + chunk.length < countries.length) continue;
    done += chunk.length;
    await save(deps, chunk, done === countries.length ? zoneCountriesOf(countries) : undefined);
    chunk = [];
    deps.progress(done, countries.length);
  }
  return { kind: 'refreshed', countries: done, until };
}

/** The zones go with the last calendars: while they are missing, the work is not done. */
async function save(
  { rpc }: CalendarDeps,
  rows: readonly CalendarRow[],
  zoneCountries: Readonly<Record<string, string>> | undefined,
): Promise<void> {
  const calendars = rows.map(({ id, days, until }) => ({ id, days: [...days], until }));
  await rpc['calendar.save']({ calendars, ...(zoneCountries && { zoneCountries }) });
}
