import type { RetryReason } from '@/lib/domain/enrollment/outbox-row';
import { HOUR, type Instant, MINUTE, SECOND } from '@/lib/time/instant';

interface Schedule {
  /** Milliseconds before the first attempt after a failure. */
  readonly first: number;
  /** Each further wait is so many times the one before. */
  readonly growth: number;
  readonly most: number;
}

/**
 * How long to wait before the next attempt, by what went wrong.
 *
 * No wait is shorter than the lag that the engine waits out before it asks about a draft.
 */
export const RETRY_SCHEDULES: Readonly<Record<RetryReason, Schedule>> = {
  // A laptop comes back to a network within minutes, and asking costs nobody anything.
  offline: { first: 30 * SECOND, growth: 2, most: 5 * MINUTE },
  unavailable: { first: 30 * SECOND, growth: 2, most: HOUR },
  // Google asks for exponential back-off; a minute is the unit of its quotas.
  throttled: { first: MINUTE, growth: 2, most: HOUR },
  // Connecting again wakes the rows at once; this only notices what was repaired elsewhere.
  expired: { first: 10 * MINUTE, growth: 1, most: 10 * MINUTE },
  revoked: { first: 10 * MINUTE, growth: 1, most: 10 * MINUTE },
  // Handed over, and nobody knows yet what became of it.
  checking: { first: 30 * SECOND, growth: 2, most: 5 * MINUTE },
  // A fault of ours: hardly cured by time, perhaps by an update.
  unexpected: { first: MINUTE, growth: 6, most: 6 * HOUR },
};

/** So many unexpected failures in a row, and the row is parked with its error. */
export const MOST_UNEXPECTED = 5;

/** A provider that asks for more than this is asked again all the same. */
const LONGEST_WISH = 24 * HOUR;

/**
 * When to try again, spread by up to a quarter so that rows that failed together do not come back
 * together.
 *
 * @param reason what went wrong
 * @param of.count how many times in a row it did, counted from 1
 * @param of.random in [0, 1)
 * @param of.askedUntil the provider's own wish, as in `Retry-After`
 * @example retryAt('offline', { count: 1, now, random: 0 }) // now + 30_000
 */
export function retryAt(
  reason: RetryReason,
  of: {
    readonly count: number;
    readonly now: Instant;
    readonly random: number;
    readonly askedUntil?: Instant;
  },
): Instant {
  const { first, growth, most } = RETRY_SCHEDULES[reason];
  const { now, random, count, askedUntil = 0 } = of;
  const wait = Math.min(first * growth ** Math.min(count - 1, 30), most);
  const spread = 1 + random / 4;
  const wish = Math.min(askedUntil - now, LONGEST_WISH);
  return now + Math.round(Math.max(wait * spread, wish + (spread - 1) * first));
}
