import type { TaskId } from '@/lib/domain/ids';
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
  /** A step became a task; with `hold` nothing follows until that is done. */
  | {
      readonly kind: 'taskMade';
      readonly stepIndex: number;
      readonly taskId: TaskId;
      readonly hold: boolean;
    }
  | { readonly kind: 'taskCompleted'; readonly taskId: TaskId }
  /** It is to be done after all, and what followed from it was taken back. */
  | { readonly kind: 'taskReopened'; readonly taskId: TaskId }
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
    case 'taskMade':
      return afterTask(enrollment, sequence, event, { now, calendar });
    case 'taskCompleted':
      return release(enrollment, sequence, event.taskId, { now, calendar });
    case 'taskReopened':
      return holdAgain(enrollment, event.taskId, now);
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
  return planNext(sent, sequence, { now, calendar });
}

/** The next step, its delay counted from now; or the end, if that was the last one. */
function planNext(before: Enrollment, sequence: Sequence, { now, calendar }: When): Advance {
  const index = before.nextStep;
  const step = sequence.steps[index];
  if (step === undefined) return end(before, { kind: 'finished', at: now }, now);
  const times = timesOf(before, sequence, step, calendar);
  const at = nextRun(now, { ...times, delay: step.delay, clockMinute: before.clockMinute });
  // It was on its way when a person paused: the whole delay after it is still to be waited.
  const state: EnrollmentState =
    before.state.kind === 'paused' ? pausedUntil(before.state, at, now) : { kind: 'active' };
  const enrollment: Enrollment = { ...before, state, nextAt: at };
  return { enrollment, row: rowFor(enrollment, { step, index, at }), ended: false };
}

/** The delay of what follows begins when a task that holds is done. Source: `hubspot.md` 1.4. */
function afterTask(
  before: Enrollment,
  sequence: Sequence,
  { stepIndex, taskId, hold }: Extract<EnrollmentEvent, { kind: 'taskMade' }>,
  when: When,
): Advance {
  const index = stepIndex + 1;
  if (index <= before.nextStep || !isLive(before)) return { enrollment: before, ended: false };
  const made: Enrollment = { ...before, nextStep: index, begun: true, updatedAt: when.now };
  if (!hold) return planNext(made, sequence, when);
  const { nextAt: _unknown, ...held } = made;
  return { enrollment: { ...held, state: waiting(before), heldBy: taskId }, ended: false };
}

function release(before: Enrollment, sequence: Sequence, taskId: TaskId, when: When): Advance {
  if (before.heldBy !== taskId || !isLive(before)) return { enrollment: before, ended: false };
  const { heldBy: _done, ...free } = before;
  return planNext({ ...free, updatedAt: when.now }, sequence, when);
}

function holdAgain(before: Enrollment, taskId: TaskId, now: Instant): Advance {
  if (!isLive(before)) return { enrollment: before, ended: false };
  const { nextAt: _unknown, ...held } = before;
  const state = waiting(before);
  return { enrollment: { ...held, state, heldBy: taskId, updatedAt: now }, ended: false };
}

/** Nothing of a delay is left to keep while none has begun. */
function waiting({ state }: Enrollment): EnrollmentState {
  return state.kind === 'paused' ? { ...state, remainingMs: 0 } : { kind: 'active' };
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
  if (before.state.kind !== 'paused') return { enrollment: before, ended: false };
  if (before.heldBy !== undefined) {
    const enrollment: Enrollment = { ...before, state: { kind: 'active' }, updatedAt: now };
    return { enrollment, ended: false };
  }
  const step = sequence.steps[before.nextStep];
  if (step === undefined) return { enrollment: before, ended: false };
  const remainingMs = Math.max(before.state.remainingMs, notBefore - now);
  const dueAt = resumeAt(now, remainingMs, timesOf(before, sequence, step, calendar));
  // Only an email that left makes a thread.
  const isNew = before.thread === undefined && before.begun === undefined;
  const state: EnrollmentState = { kind: isNew ? 'scheduled' : 'active' };
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
