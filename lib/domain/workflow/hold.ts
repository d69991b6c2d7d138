import { DAY, type Instant } from '@/lib/time/instant';

/** As many contacts as a workflow enrolls in sequences within 24 hours before it asks. `hubspot.md` 4.1. */
export const HOLD_LIMIT = 100;

/**
 * May a workflow enroll one more contact without asking a person?
 *
 * @param recent when it did, in any order
 * @example mayEnrollMore([], now) // true
 */
export function mayEnrollMore(recent: readonly Instant[], now: Instant): boolean {
  return inWindow(recent, now).length < HOLD_LIMIT;
}

/** The same list with one more enrollment, without what no longer counts. */
export function withEnrolled(recent: readonly Instant[], now: Instant): readonly Instant[] {
  return [...inWindow(recent, now), now].slice(-HOLD_LIMIT);
}

/** What a clock that was put back shows as still to come counts as well. */
function inWindow(recent: readonly Instant[], now: Instant): readonly Instant[] {
  return recent.filter((at) => at > now - DAY);
}
