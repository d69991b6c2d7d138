import { afterDelay } from '@/lib/domain/schedule/after-delay';
import type { Sequence } from '@/lib/domain/sequence/sequence';
import type { Instant } from '@/lib/time/instant';
import { type Enrollment, type ExitReason, isLive, type Thread } from './enrollment';
import type { OutboxRow } from './outbox-row';
import { rowFor } from './row-for';

/** What can happen to an enrollment. */
export type EnrollmentEvent =
  | { readonly kind: 'stepSent'; readonly stepIndex: number; readonly thread: Thread }
  | { readonly kind: 'exit'; readonly reason: ExitReason }
  | { readonly kind: 'stepFailed'; readonly code: string };

export interface Advance {
  readonly enrollment: Enrollment;
  /** The next effect, to be scheduled. */
  readonly row?: OutboxRow;
  /** The enrollment was live and is not any more: the contact is free. */
  readonly ended: boolean;
}

/**
 * The next state of an enrollment after an event. Executes nothing: the shell writes what it says.
 *
 * An enrollment that has ended stays ended; an email that was already on its way when it ended is
 * still noted, so that its thread is known.
 *
 * @param enrollment as stored
 * @param sequence the version that the enrollment runs
 * @param event what happened
 * @param now when
 * @example advance(enrollment, sequence, { kind: 'exit', reason: 'replied' }, now).ended // true
 */
export function advance(
  enrollment: Enrollment,
  sequence: Sequence,
  event: EnrollmentEvent,
  now: Instant,
): Advance {
  switch (event.kind) {
    case 'stepSent':
      return afterSent(enrollment, sequence, event, now);
    case 'exit':
      return end(enrollment, { kind: 'unenrolled', at: now, reason: event.reason }, now);
    case 'stepFailed':
      return end(enrollment, { kind: 'failed', at: now, code: event.code }, now);
  }
}

function afterSent(
  before: Enrollment,
  sequence: Sequence,
  event: Extract<EnrollmentEvent, { kind: 'stepSent' }>,
  now: Instant,
): Advance {
  const index = event.stepIndex + 1;
  const noted: Enrollment = { ...before, thread: event.thread, updatedAt: now };
  // Told twice: what follows that email was scheduled the first time.
  if (index <= before.nextStep) return { enrollment: noted, ended: false };
  const sent: Enrollment = { ...noted, nextStep: index };
  if (!isLive(before)) return { enrollment: sent, ended: false };
  const step = sequence.steps[index];
  if (step === undefined) return end(sent, { kind: 'finished', at: now }, now);
  const at = afterDelay(now, step.delay, before.zone);
  const state = before.state.kind === 'paused' ? before.state : { kind: 'active' as const };
  const enrollment: Enrollment = { ...sent, state, nextAt: at };
  return { enrollment, row: rowFor(enrollment, { step, index, at }), ended: false };
}

function end(before: Enrollment, state: Enrollment['state'], now: Instant): Advance {
  if (!isLive(before)) return { enrollment: before, ended: false };
  const { nextAt: _nothingMore, ...rest } = before;
  return { enrollment: { ...rest, state, updatedAt: now }, ended: true };
}
