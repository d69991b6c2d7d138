import type { LocalDate } from '@/lib/time/local-date';
import type { Absence } from './back-at';

/** Days on which nothing is sent: public holidays of the contact's country and own closed days. */
export interface Calendar {
  /** Public holidays, by date, with their name for the sentence. */
  readonly holidays: ReadonlyMap<LocalDate, string>;
  /** Own closed days. */
  readonly closed: ReadonlySet<LocalDate>;
  /** Days off of the sender, by the sender's clock; see `withAbsence`. */
  readonly absence?: Absence;
}

export const EMPTY_CALENDAR: Calendar = { holidays: new Map(), closed: new Set() };
