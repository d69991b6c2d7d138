import type { LocalDate } from '@/lib/time/local-date';

/** Days on which nothing is sent: public holidays of the contact's country and own closed days. */
export interface Calendar {
  /** Public holidays, by date, with their name for the sentence. */
  readonly holidays: ReadonlyMap<LocalDate, string>;
  /** Own closed days. */
  readonly closed: ReadonlySet<LocalDate>;
}

export const EMPTY_CALENDAR: Calendar = { holidays: new Map(), closed: new Set() };
