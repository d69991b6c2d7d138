import type { Calendar } from '@/lib/domain/schedule/calendar';
import { nextRun } from '@/lib/domain/schedule/next-run';
import { resumeAt } from '@/lib/domain/schedule/resume-at';
import type { Sequence } from '@/lib/domain/sequence/sequence';
import type { Instant } from '@/lib/time/instant';
import {
  type Enrollment,
  type EnrollmentState,
  type ExitReason,
  isLive,
  type PauseReason,
  type Thread,
} from './enrollment';
import type { OutboxRow } from './outbox-row';
import { rowFor } from './row-for';
import { timesOf } from './times-of';

/** What can happen to an enrollment. */
export type EnrollmentEvent =
  | { readonly kind: 'stepSent'; readonly stepIndex: number; readonly thread: Thread }
  | { readonly kind: 'exit'; readonly reason: ExitReason }
  | { readonly kind: 'stepFailed'; readonly code: string }
  /** A person pauses it, or something that was noticed does; an absence until it is over. */
  | { readonly kind: 'paused'; readonly why: PauseReason; readonly until?: Instant }
  /** The next step runs not before `at`: now, or where the sender's limit has room. */
  | { readonly kind: 'resumed'; readonly at: Instant };

export interface Advance {
  readonly enrollment: Enrollment;
  /** The next effect, to be scheduled. */
  readonly row?: OutboxRow;
  /** The effect that is scheduled already is due then instead; its reservation moves with it. */
  readonly dueAt?: Instant;
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
 * @param calendar days without sending, for the contact's country
 * @example advance(enrollment, sequence, { kind: 'exit', reason: 'replied' }, now, calendar).ended // true
 */
export function advance(
  enrollment: Enrollment,
  sequence: Sequence,
  event: EnrollmentEvent,
  now: Instant,
  calendar: Calendar,
): Advance {
  switch (event.kind) {
    case 'stepSent':
      return afterSent(enrollment, sequence, event, { now, calendar });
    case 'exit':
      return end(enrollment, { kind: 'unenrolled', at: now, reason: event.reason }, now);
    case 'stepFailed':
      return end(enrollment, { kind: 'failed', at: now, code: event.code }, now);
    case 'paused':
      return pause(enrollment, event, now);
    case 'resumed':
      return resume(enrollment, sequence, event.at, { now, calendar });
  }
}

interface When {
  readonly now: Instant;
  readonly calendar: Calendar;
}

function afterSent(
  before: Enrollment,
  sequence: Sequence,
  event: Extract<EnrollmentEvent, { kind: 'stepSent' }>,
  { now, calendar }: When,
): Advance {
  const index = event.stepIndex + 1;
  const noted: Enrollment = { ...before, thread: event.thread, updatedAt: now };
  // Told twice: what follows that email was scheduled the first time.
  if (index <= before.nextStep) return { enrollment: noted, ended: false };
  const sent: Enrollment = { ...noted, nextStep: index };
  if (!isLive(before)) return { enrollment: sent, ended: false };
  const step = sequence.steps[index];
  if (step === undefined) return end(sent, { kind: 'finished', at: now }, now);
  const times = timesOf(before, sequence, step, calendar);
  const at = nextRun(now, { ...times, delay: step.delay, clockMinute: before.clockMinute });
  // It was on its way when a person paused: the whole delay after it is still to be waited.
  const state: EnrollmentState =
    before.state.kind === 'paused' ? pausedUntil(before.state, at, now) : { kind: 'active' };
  const enrollment: Enrollment = { ...sent, state, nextAt: at };
  return { enrollment, row: rowFor(enrollment, { step, index, at }), ended: false };
}

type Paused = Extract<EnrollmentState, { kind: 'paused' }>;

function pause(
  before: Enrollment,
  { why, until }: Extract<EnrollmentEvent, { kind: 'paused' }>,
  now: Instant,
): Advance {
  const { state } = before;
  if (!isLive(before) || (state.kind === 'paused' && !givesWay(state, why, until))) {
    return { enrollment: before, ended: false };
  }
  const end = until === undefined ? {} : { until };
  const next: Paused = { kind: 'paused', why, since: now, ...end, remainingMs: 0 };
  return {
    enrollment: { ...before, state: pausedUntil(next, before.nextAt ?? now, now), updatedAt: now },
    ended: false,
  };
}

/** Only an absence gives way: to a later end of it, and to everything that a person has to answer. */
function givesWay(state: Paused, why: PauseReason, until: Instant | undefined): boolean {
  if (state.why !== 'absence') return false;
  return why !== 'absence' || (until ?? Number.POSITIVE_INFINITY) > (state.until ?? 0);
}

/** The clock of the contact goes on while they are away: what is due after that is not put off. */
function pausedUntil(state: Paused, dueAt: Instant, now: Instant): Paused {
  const remainingMs = state.why === 'absence' ? 0 : Math.max(0, dueAt - now);
  return { ...state, remainingMs };
}

function resume(
  before: Enrollment,
  sequence: Sequence,
  notBefore: Instant,
  { now, calendar }: When,
): Advance {
  const step = sequence.steps[before.nextStep];
  if (before.state.kind !== 'paused' || step === undefined) {
    return { enrollment: before, ended: false };
  }
  const remainingMs = Math.max(before.state.remainingMs, notBefore - now);
  const dueAt = resumeAt(now, remainingMs, timesOf(before, sequence, step, calendar));
  // Only an email that left makes a thread.
  const state: EnrollmentState = { kind: before.thread === undefined ? 'scheduled' : 'active' };
  return {
    enrollment: { ...before, state, nextAt: dueAt, updatedAt: now },
    dueAt,
    ended: false,
  };
}

function end(before: Enrollment, state: Enrollment['state'], now: Instant): Advance {
  if (!isLive(before)) return { enrollment: before, ended: false };
  const { nextAt: _nothingMore, ...rest } = before;
  return { enrollment: { ...rest, state, updatedAt: now }, ended: true };
}
