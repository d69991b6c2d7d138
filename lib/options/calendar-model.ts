import { computed, type ReadonlySignal, signal } from '@preact/signals';
import * as v from 'valibot';
import type { ClosedRange } from '@/components/options/closed-range';
import type { Note } from '@/components/options/note';
import { t } from '@/lib/i18n/t';
import { coalesced } from '@/lib/platform/coalesced';
import type { Rpc } from '@/lib/rpc/client';
import type { CalendarList, ClosedDay } from '@/lib/store/calendar-list';
import { dateOf, midnightOf } from '@/lib/time/calendar-ms';
import { type LocalDate, localDateSchema } from '@/lib/time/local-date';
import { closedRanges, daysOf } from './closed-ranges';
import { failureNote } from './failure-note';

/** A list of own days never ends, unlike the holidays of a country. */
const FOR_EVER = v.parse(localDateSchema, '9999-12-31');
/** As many days as one message may carry. */
const MOST_DAYS = 1_000;

export interface CalendarDeps {
  readonly rpc: Pick<Rpc, 'calendar.save'>;
  readonly readCalendars: () => Promise<CalendarList>;
  /** Works out the public holidays that are missing; tells how many countries are done. */
  readonly refreshHolidays: (
    progress: (done: number, total: number) => void,
    stop: AbortSignal,
  ) => Promise<unknown>;
  readonly say: (note: Note) => void;
}

export interface RangeForm {
  readonly from: string;
  readonly to: string;
  readonly name: string;
}

export interface CalendarModel {
  /** `undefined` until it was read. */
  readonly list: ReadonlySignal<CalendarList | undefined>;
  readonly ranges: ReadonlySignal<readonly ClosedRange[]>;
  readonly failed: ReadonlySignal<boolean>;
  readonly holidays: ReadonlySignal<HolidayState>;
  readonly form: ReadonlySignal<RangeForm>;
  readonly error: ReadonlySignal<string | undefined>;
  readonly refresh: () => Promise<void>;
  readonly type: (change: Partial<RangeForm>) => void;
  readonly add: () => Promise<void>;
  readonly remove: (range: ClosedRange) => Promise<void>;
  /** Brings the public holidays up to date, quietly; also once more after a failure. */
  readonly update: (stop?: AbortSignal) => Promise<void>;
}

/** How the public holidays stand. */
export type HolidayState =
  | { readonly kind: 'idle' | 'failed' }
  | { readonly kind: 'working'; readonly done: number; readonly total: number };

const EMPTY: RangeForm = { from: '', to: '', name: '' };

/** Days on which nothing is sent. */
export function createCalendarModel(deps: CalendarDeps): CalendarModel {
  const list = signal<CalendarList>();
  const failed = signal(false);
  const holidays = signal<HolidayState>({ kind: 'idle' });
  const form = signal(EMPTY);
  const error = signal<string>();
  /** Until when the page lives; given with the first update. */
  let life = new AbortController().signal;

  const refresh = coalesced(async () => {
    try {
      list.value = await deps.readCalendars();
      failed.value = false;
    } catch {
      failed.value = true;
    }
  });
  /** Read anew before it is changed: another tab may have changed it meanwhile. */
  const change = async (
    next: (own: readonly ClosedDay[]) => readonly ClosedDay[],
    said: string,
  ) => {
    try {
      const { own } = await deps.readCalendars();
      const days = next(own).slice(0, MOST_DAYS);
      await deps.rpc['calendar.save']({
        calendars: [{ id: 'own', days: [...days], until: FOR_EVER }],
      });
      deps.say({ tone: 'good', text: said });
      await refresh();
      return true;
    } catch (cause) {
      deps.say(failureNote(cause));
      return false;
    }
  };

  return {
    list,
    ranges: computed(() => closedRanges(list.value?.own ?? [])),
    failed,
    holidays,
    form,
    error,
    refresh,
    type: (next) => {
      error.value = undefined;
      form.value = { ...form.peek(), ...next };
    },
    add: async () => {
      const range = rangeOf(form.peek());
      const own = list.peek()?.own.length ?? 0;
      if (typeof range === 'string') error.value = t(`calendar.wrong.${range}`);
      else if (own + daysOf(range).length > MOST_DAYS) error.value = t('calendar.wrong.tooMany');
      else {
        const added = daysOf(range);
        const dates = new Set(added.map(({ date }) => date));
        const saved = await change(
          (days) => [...days.filter(({ date }) => !dates.has(date)), ...added],
          t('calendar.added', [String(added.length)]),
        );
        if (saved) form.value = EMPTY;
      }
    },
    remove: async ({ from, to, name }) => {
      const isWithin = (day: ClosedDay) => day.date >= from && day.date <= to && day.name === name;
      await change((days) => days.filter((day) => !isWithin(day)), t('calendar.removed'));
    },
    update: async (until) => {
      life = until ?? life;
      const stop = life;
      try {
        await deps.refreshHolidays((done, total) => {
          holidays.value = { kind: 'working', done, total };
        }, stop);
        holidays.value = { kind: 'idle' };
      } catch {
        if (!stop.aborted) holidays.value = { kind: 'failed' };
      }
      await refresh();
    },
  };
}

/** What is typed as a range, or what is wrong with it. One day needs no end. */
function rangeOf({ from, to, name }: RangeForm): ClosedRange | 'noDay' | 'order' | 'tooLong' {
  const first = parseDate(from);
  const last = to === '' ? first : parseDate(to);
  if (first === undefined || last === undefined) return 'noDay';
  if (last < first) return 'order';
  const range = { from: first, to: last, name: name.trim().slice(0, 200) };
  return daysOf(range).at(-1)?.date === last ? range : 'tooLong';
}

/** The schema knows the form of a date; a day that no month has comes back as another one. */
function parseDate(text: string): LocalDate | undefined {
  const parsed = v.safeParse(localDateSchema, text);
  return parsed.success && dateOf(midnightOf(parsed.output)) === parsed.output
    ? parsed.output
    : undefined;
}
