import { DAY } from '@/lib/time/instant';
import { type DayNumber, dayNumberOf } from './day-number';
import { isoInstant } from './iso-instant';

/** When something is: on a whole day of no zone, or at an instant. The other one is `NaN`. */
export interface Moment {
  readonly day: DayNumber;
  readonly at: number;
}

const EPOCH = /^-?\d{1,16}$/;
const DATE_LENGTH = 'YYYY-MM-DD'.length;
/** As far as `Date` goes. */
const LAST = 8.64e15;

/**
 * Reads `YYYY-MM-DD`, milliseconds since the epoch, or ISO 8601 with its offset.
 *
 * @param type a property of type `date` holds days only, which HubSpot stores as midnight UTC
 * @returns `undefined` for any other text and for days that no calendar has
 * @example momentOf('2026-11-22', 'date') // { day: 20_779, at: NaN }
 */
export function momentOf(text: string, type: 'date' | 'datetime'): Moment | undefined {
  if (text.length === DATE_LENGTH && text[4] === '-') {
    const day = dayNumberOf(text);
    return Number.isNaN(day) ? undefined : { day, at: Number.NaN };
  }
  const at = text[4] === '-' ? isoInstant(text) : EPOCH.test(text) ? Number(text) : Number.NaN;
  if (!(Math.abs(at) <= LAST)) return undefined;
  return type === 'date' ? { day: Math.floor(at / DAY), at: Number.NaN } : { day: Number.NaN, at };
}
