import type { Calendar } from '@/lib/domain/schedule/calendar';
import { nextRun } from '@/lib/domain/schedule/next-run';
import type { Sequence } from '@/lib/domain/sequence/sequence';
import type { Instant } from '@/lib/time/instant';
import type { Advance } from './advance';
import { type Enrollment, isLive } from './enrollment';
import { rowFor } from './row-for';
import { timesOf } from './times-of';

/**
 * Goes on without the step that would run next: the delay of the one after it begins now. Without
 * the last step the sequence is finished. An enrollment that has ended stays ended.
 *
 * @param calendar days without sending, for the contact's country and the sender
 * @example skipStep(enrollment, sequence, now, calendar).row?.stepIndex // enrollment.nextStep + 1
 */
export function skipStep(
  before: Enrollment,
  sequence: Sequence,
  now: Instant,
  calendar: Calendar,
): Advance {
  if (!isLive(before)) return { enrollment: before, ended: false };
  const index = before.nextStep + 1;
  const { nextAt: _skipped, ...rest } = before;
  const step = sequence.steps[index];
  if (step === undefined) {
    const state = { kind: 'finished', at: now } as const;
    return { enrollment: { ...rest, state, nextStep: index, updatedAt: now }, ended: true };
  }
  const times = timesOf(before, sequence, step, calendar);
  const at = nextRun(now, { ...times, delay: step.delay, clockMinute: before.clockMinute });
  // Only an email that left makes a thread.
  const kind = before.thread === undefined ? 'scheduled' : 'active';
  const enrollment: Enrollment = {
    ...rest,
    state: { kind },
    nextStep: index,
    nextAt: at,
    updatedAt: now,
  };
  return { enrollment, row: rowFor(enrollment, { step, index, at }), ended: false };
}
