import type { LocalDate } from '@/lib/time/local-date';
import type { Database } from './schema';

/** A day without sending. */
export interface ClosedDay {
  readonly date: LocalDate;
  readonly name: string;
}

export interface CalendarList {
  /** The rep's own closed days, by date. */
  readonly own: readonly ClosedDay[];
  /** Countries whose public holidays are known, and up to which day. */
  readonly countries: readonly {
    readonly country: string;
    readonly until: LocalDate;
    readonly days: number;
  }[];
}

/** All days without sending that are stored. */
export async function readCalendarList(database: Database): Promise<CalendarList> {
  const rows = await database.getAll('calendars');
  const own = rows.find((row) => row.id === 'own')?.days ?? [];
  return {
    own: own.toSorted((a, b) => a.date.localeCompare(b.date)),
    countries: rows
      .filter((row) => row.id !== 'own')
      .map(({ id, until, days }) => ({ country: id, until, days: days.length })),
  };
}
