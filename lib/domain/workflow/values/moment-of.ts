import { DAY } from '@/lib/time/instant';
import { type DayNumber, dayNumberOf } from './day-number';

/** When something is: on a whole day of no zone, or at an instant. The other one is `NaN`. */
export interface Moment {
  readonly day: DayNumber;
  readonly at: number;
}

const EPOCH = /^-?\d{1,16}$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const ISO = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/i;
/** As far as `Date` goes. */
const LAST = 8.64e15;

/**
 * Reads `YYYY-MM-DD`, milliseconds since the epoch, or ISO 8601 with its offset; without one nobody
 * knows whose clock it was.
 *
 * @param type a property of type `date` holds days only, which HubSpot stores as midnight UTC
 * @returns `undefined` for any other text and for days that no calendar has
 * @example momentOf('2026-11-22', 'date') // { day: 20_779, at: NaN }
 */
export function momentOf(text: string, type: 'date' | 'datetime'): Moment | undefined {
  if (DATE.test(text)) {
    const day = dayNumberOf(text);
    return Number.isNaN(day) ? undefined : { day, at: Number.NaN };
  }
  const at = instantOf(text);
  if (Number.isNaN(at) || Math.abs(at) > LAST) return undefined;
  return type === 'date' ? { day: Math.floor(at / DAY), at: Number.NaN } : { day: Number.NaN, at };
}

function instantOf(text: string): number {
  if (EPOCH.test(text)) return Number(text);
  const date = ISO.exec(text)?.[1];
  return date === undefined || Number.isNaN(dayNumberOf(date)) ? Number.NaN : Date.parse(text);
}
