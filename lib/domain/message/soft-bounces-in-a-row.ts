import type { JournalCode } from '@/lib/domain/journal-entry';

/** A mailbox that is full so often will not be read any more. */
export const MOST_SOFT_BOUNCES = 3;

/**
 * How many of the last emails of an enrollment came back, one after the other.
 *
 * @param codes what the journal says about the enrollment, in its order
 * @example softBouncesInARow(['stepSent', 'softBounceSeen', 'stepSent', 'softBounceSeen']) // 2
 */
export function softBouncesInARow(codes: readonly JournalCode[]): number {
  let bounces = 0;
  let sent = 0;
  for (const code of codes.toReversed()) {
    if (code === 'softBounceSeen') {
      // Two reports on one email are one bounce.
      bounces += bounces === 0 || sent > 0 ? 1 : 0;
      sent = 0;
    }
    if (code === 'stepSent') sent += 1;
    // This one arrived.
    if (sent > 1 || (sent === 1 && bounces === 0)) break;
  }
  return bounces;
}
