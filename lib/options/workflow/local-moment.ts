import * as v from 'valibot';
import { clockText, parseClock } from '@/lib/options/clock-text';
import { type Instant, MINUTE } from '@/lib/time/instant';
import { localDateSchema } from '@/lib/time/local-date';
import type { Zone } from '@/lib/time/zone';
import { instantOf, wallClockOf } from '@/lib/time/zoned';

/**
 * An instant as a date-and-time input holds it, on a zone's clock.
 *
 * @example momentText(Date.parse('2026-11-22T08:30Z'), warsaw) // '2026-11-22T09:30'
 */
export function momentText(at: Instant, zone: Zone): string {
  const { date, minute } = wallClockOf(at, zone);
  return `${date}T${clockText(minute)}`;
}

/**
 * @returns `undefined` when it is no date and time, or the zone is not known
 * @example parseMoment('2026-11-22T09:30', warsaw) // 2026-11-22T08:30Z
 */
export function parseMoment(text: string, zone: Zone | undefined): Instant | undefined {
  const [day = '', clock = ''] = text.split('T');
  const date = v.safeParse(localDateSchema, day);
  const minute = parseClock(clock);
  if (!date.success || minute === undefined || zone === undefined) return undefined;
  return instantOf(date.output, minute, zone, 'compatible');
}

/** As the end of a range: the whole minute that is typed belongs to it. */
export function parseMomentEnd(text: string, zone: Zone | undefined): Instant | undefined {
  const start = parseMoment(text, zone);
  return start === undefined ? undefined : start + MINUTE - 1;
}
