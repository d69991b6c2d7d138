import type { LocalDate } from '@/lib/time/local-date';

/** Days in a row on which the rep sends nothing, for one reason. */
export interface ClosedRange {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly name: string;
}
