import { addDays } from '@/lib/time/add-days';
import { type Instant, MINUTE } from '@/lib/time/instant';
import { instantOf, wallClockOf } from '@/lib/time/zoned';
import type { Action } from './action';
import type { FilterGroups } from './filter';
import { offPauseDates } from './off-pause-dates';
import { actionAfter, actionOf } from './program';
import { type ActionOutcome, isInWorkflow, type RunExit, type WorkflowRun } from './run';
import type { Workflow } from './workflow';

/** What a run is read with. */
type Program = Pick<Workflow, 'actions' | 'settings'>;

/** An action that somebody else has to do; delays and branches are done here. */
export type PerformedAction = Exclude<Action, { readonly kind: 'delay' | 'branch' }>;

export type RunStep =
  /** Do this, and tell `settleAction` what became of it. `run` is to be kept together with that. */
  | { readonly kind: 'perform'; readonly action: PerformedAction; readonly run: WorkflowRun }
  /** Waits: for `dueAt`, or for a person when it is held. */
  | { readonly kind: 'parked'; readonly run: WorkflowRun }
  /** Is over: nothing is left to do, or it has failed. */
  | { readonly kind: 'finished'; readonly run: WorkflowRun };

interface Now {
  readonly now: Instant;
  /** Do these groups hold for the contact? */
  readonly holds: (groups: FilterGroups) => boolean;
}

/**
 * Walks a run to what has to be done next: over delays that are over and through branches, never on
 * a pause date. Executes nothing.
 *
 * A delay is noted when it begins; the run then points at what follows and is due when it ends.
 *
 * @param workflow the revision that the run began with
 * @example stepRun(run, workflow, { now, holds }).kind // 'perform'
 */
export function stepRun(run: WorkflowRun, workflow: Program, { now, holds }: Now): RunStep {
  if (run.state.kind === 'held') return { kind: 'parked', run };
  if (!isInWorkflow(run)) return { kind: 'finished', run };
  if (run.dueAt !== undefined && run.dueAt > now) return { kind: 'parked', run };
  const free = offPauseDates(now, workflow.settings);
  if (free > now) return { kind: 'parked', run: { ...run, dueAt: free, updatedAt: now } };
  if (run.next === undefined) return { kind: 'finished', run: finish(run, now) };

  const action = actionOf(workflow, run.next);
  if (action === undefined) return { kind: 'finished', run: fail(run, 'actionMissing', now) };
  // Two actions with one id would otherwise lead to each other forever.
  const done = run.log.some(({ actionId }) => actionId === action.id);
  if (done) return { kind: 'finished', run: fail(run, 'actionRepeated', now) };
  switch (action.kind) {
    case 'delay': {
      const until = offPauseDates(delayedUntil(now, action, workflow), workflow.settings);
      const waiting = moveOn(run, { workflow, outcome: { kind: 'waited', until }, now });
      return stepRun({ ...waiting, dueAt: until }, workflow, { now, holds });
    }
    case 'branch': {
      const index = action.branches.findIndex(({ groups }) => holds(groups));
      const branch = action.branches[index]?.name;
      const outcome = { kind: 'branched', ...(branch !== undefined && { branch }) } as const;
      const way = index < 0 ? 'otherwise' : index;
      const taken = moveOn(run, { workflow, outcome, now, branch: way });
      return stepRun(taken, workflow, { now, holds });
    }
    default:
      return { kind: 'perform', action, run };
  }
}

/** The run after its next action became this. With nothing left to do it is finished. */
export function settleAction(
  run: WorkflowRun,
  workflow: Program,
  outcome: ActionOutcome,
  now: Instant,
): WorkflowRun {
  if (!isInWorkflow(run) || run.next === undefined) return run;
  const moved = moveOn(run, { workflow, outcome, now });
  return moved.next === undefined ? finish(moved, now) : moved;
}

/** The contact leaves before the last action. Whoever is out stays out as they left. */
export function leaveRun(run: WorkflowRun, reason: RunExit, now: Instant): WorkflowRun {
  if (!isInWorkflow(run)) return run;
  return end(run, { kind: 'unenrolled', at: now, reason }, now);
}

/** Waits for a person in front of its next action. */
export function holdRun(run: WorkflowRun, now: Instant): WorkflowRun {
  if (run.state.kind !== 'active') return run;
  const { dueAt: _untilReleased, ...rest } = run;
  return { ...rest, state: { kind: 'held', since: now }, updatedAt: now };
}

/** A person said yes: goes on with the action in front of which it was held. */
export function releaseRun(run: WorkflowRun, now: Instant): WorkflowRun {
  if (run.state.kind !== 'held') return run;
  return { ...run, state: { kind: 'active' }, dueAt: now, updatedAt: now };
}

function moveOn(
  run: WorkflowRun,
  {
    workflow,
    outcome,
    now,
    branch,
  }: {
    readonly workflow: Program;
    readonly outcome: ActionOutcome;
    readonly now: Instant;
    readonly branch?: number | 'otherwise';
  },
): WorkflowRun {
  const { next, ...rest } = run;
  if (next === undefined) return run;
  const after = actionAfter(workflow, next, branch);
  return {
    ...rest,
    ...(after !== undefined && { next: after.id }),
    dueAt: now,
    log: [...run.log, { actionId: next, at: now, outcome }],
    updatedAt: now,
  };
}

/** The same clock time so many days later, then so many minutes, however the clock changes. */
function delayedUntil(
  now: Instant,
  { days, minutes }: { readonly days: number; readonly minutes: number },
  { settings: { zone } }: Program,
): Instant {
  if (days === 0) return now + minutes * MINUTE;
  const { date, minute } = wallClockOf(now, zone);
  return instantOf(addDays(date, days), minute, zone, 'compatible') + minutes * MINUTE;
}

function finish(run: WorkflowRun, now: Instant): WorkflowRun {
  return end(run, { kind: 'finished', at: now }, now);
}

function fail(run: WorkflowRun, code: string, now: Instant): WorkflowRun {
  return end(run, { kind: 'failed', at: now, code }, now);
}

function end(run: WorkflowRun, state: WorkflowRun['state'], now: Instant): WorkflowRun {
  const { next: _nothing, dueAt: _never, ...rest } = run;
  return { ...rest, state, updatedAt: now };
}
