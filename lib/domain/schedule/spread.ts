import type { SendWindow } from '@/lib/domain/sequence/settings';
import { stableFraction } from '@/lib/domain/stable-fraction';

/** Steps that wait for a window to open leave within its first hour, and not all at once. */
export const SPREAD_MINUTES = 60;

/**
 * Which minute of that hour is a step's own. The same key has the same minute wherever and whenever
 * it is asked, so that a plan shown is the plan kept.
 *
 * @param key whose step: different for every enrollment and step
 * @param window never more than its first half is used
 * @returns whole minutes, from 0 to 59
 * @example spread('ada@example.com:step-2', { start: 480, end: 1_080 }) // always the same
 */
export function spread(key: string, { start, end }: SendWindow): number {
  const room = Math.min(SPREAD_MINUTES, Math.floor((end - start) / 2));
  return Math.floor(stableFraction(key) * room);
}
