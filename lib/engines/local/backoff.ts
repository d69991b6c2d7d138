import { HOUR, SECOND } from '@/lib/time/instant';

/**
 * How long to wait before the next attempt: 30 s, then twice as long each time up to an hour, spread
 * by up to a quarter so that rows that failed together do not come back together.
 *
 * @param attempt counted from 1
 * @param random in [0, 1)
 * @returns milliseconds
 * @example backoff(1, 0) // 30_000
 */
export function backoff(attempt: number, random: number): number {
  const base = Math.min(30 * SECOND * 2 ** Math.min(attempt - 1, 20), HOUR);
  return Math.round(base * (1 + random / 4));
}
