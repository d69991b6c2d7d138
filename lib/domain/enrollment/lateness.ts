import { addDays } from '@/lib/time/add-days';
import { type Instant, MINUTE } from '@/lib/time/instant';
import type { Zone } from '@/lib/time/zone';
import { instantOf, wallClockOf } from '@/lib/time/zoned';
import type { OutboxRow } from './outbox-row';

/** A worker is woken every minute, and an alarm may be late: nobody calls that late. */
export const GRACE = 5 * MINUTE;

/** How a row stands that is looked at after its planned time. */
export type Lateness =
  | { readonly kind: 'onTime' }
  /** It leaves now if its window is open, else in the next one. */
  | { readonly kind: 'late'; readonly lateMs: number }
  /** So late that it may not fit any more: the rep is asked. */
  | { readonly kind: 'ask'; readonly lateMs: number };

/**
 * Is a step too late to run without asking?
 *
 * Late is what is looked at more than {@link GRACE} after its planned time; a step that was moved to
 * a later time, for a limit or a window, is on time then. How late is counted from the time before
 * the first move for lateness (`lateSince`), so that a computer that is only ever on at night asks
 * one day, and does not move the step on for ever.
 *
 * Days are those of the contact's calendar, eligible or not, at the same time of the clock: planned
 * on Monday at 17:00, three days later is Thursday 17:00, however many hours daylight saving makes
 * of that; a second after it asks.
 *
 * Source: issue 5, point 3.
 *
 * @example latenessOf({ dueAt: monday17 }, { now: thursday18, zone, askWhenLateDays: 3 }).kind // 'ask'
 */
export function latenessOf(
  row: Pick<OutboxRow, 'dueAt' | 'lateSince'>,
  rule: { readonly now: Instant; readonly zone: Zone; readonly askWhenLateDays: number },
): Lateness {
  const { now, zone, askWhenLateDays } = rule;
  if (now - row.dueAt <= GRACE) return { kind: 'onTime' };
  const since = row.lateSince ?? row.dueAt;
  const lateMs = now - since;
  const { date, minute } = wallClockOf(since, zone);
  const askFrom = instantOf(addDays(date, askWhenLateDays), minute, zone, 'compatible');
  // The wall clock has no seconds; what is left of the minute is the same on every day.
  const secondsMs = since - Math.floor(since / MINUTE) * MINUTE;
  return { kind: now > askFrom + secondsMs ? 'ask' : 'late', lateMs };
}
