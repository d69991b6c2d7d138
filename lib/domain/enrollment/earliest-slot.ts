import type { LimitBucket } from '@/lib/domain/limits/bucket';
import { firstMinuteFree } from '@/lib/domain/limits/first-minute-free';
import { firstFree } from '@/lib/domain/limits/rolling-limit';
import { type Absence, backAt } from '@/lib/domain/schedule/back-at';
import { intoWindow } from '@/lib/domain/schedule/into-window';
import type { SendTimes } from '@/lib/domain/schedule/send-times';
import type { Instant } from '@/lib/time/instant';

/** What a moment for an email has to satisfy. */
export interface SlotRules {
  /** One sender's, around the moment. */
  readonly buckets: readonly LimitBucket[];
  readonly perMinute: number;
  /** Emails per rolling 24 hours; left out, the day may be full. */
  readonly perDay?: number;
  /** Left out, any hour of any day will do. */
  readonly times?: SendTimes & { readonly spreadKey?: string };
  /** When the sender is away; hours that are given know it themselves. */
  readonly absence?: Absence | undefined;
}

/** Each round moves on to a moment that one rule likes; a week has no more full days than this. */
const ROUNDS = 30;

/**
 * The earliest moment at or after `wanted` that satisfies every rule at once.
 *
 * @returns `undefined` when there is none in the coming days
 * @example earliestSlot(now, { buckets: [], perMinute: 10 }) // now
 */
export function earliestSlot(wanted: Instant, rules: SlotRules): Instant | undefined {
  const { buckets, perMinute, perDay, times, absence } = rules;
  let at = wanted;
  for (let round = 0; round < ROUNDS; round++) {
    const free = perDay === undefined ? at : firstFree(buckets, at, perDay);
    if (free === undefined) return undefined;
    const open = times === undefined ? (backAt(free, absence) ?? free) : intoWindow(free, times);
    const minute = firstMinuteFree(buckets, open, perMinute);
    if (minute === undefined || minute === at) return minute;
    at = minute;
  }
  return undefined;
}
