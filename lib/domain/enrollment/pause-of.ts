import type { Instant } from '@/lib/time/instant';
import type { EnrollmentState, PauseReason } from './enrollment';

/**
 * Why an enrollment rests and until when; `undefined` when it does not.
 *
 * @example pauseOf({ kind: 'active' }) // undefined
 */
export function pauseOf(
  state: EnrollmentState,
): { readonly why: PauseReason; readonly until?: Instant } | undefined {
  if (state.kind !== 'paused') return undefined;
  const { why, until } = state;
  return { why, ...(until !== undefined && { until }) };
}
