import { describe, expect, test } from 'vitest';
import { DAY, HOUR, type Instant, MINUTE } from '@/lib/time/instant';
import { NOW } from '@/test/support/builders';
import { day, shown } from '@/test/support/times';
import {
  aBranch,
  actionId,
  aDelay,
  aRun,
  aTaskAction,
  aWorkflow,
  workflowSettings,
} from '@/test/support/workflow-builders';
import type { Action } from './action';
import type { FilterGroups } from './filter';
import type { WorkflowRun } from './run';
import { holdRun, leaveRun, releaseRun, settleAction, stepRun } from './step-run';

const WARSAW = 'Europe/Warsaw';
const never = () => false;
/** The way that `aBranch` names. */
const way = (name: string) => (groups: FilterGroups) =>
  JSON.stringify(groups).includes(`"${name}"`);

function begun(actions: readonly Action[], overrides: Partial<WorkflowRun> = {}) {
  const [first] = actions;
  return {
    workflow: aWorkflow({ actions }),
    run: aRun({ ...(first !== undefined && { next: first.id }), ...overrides }),
  };
}

function step(
  actions: readonly Action[],
  now: Instant = NOW,
  holds: (groups: FilterGroups) => boolean = never,
) {
  const { workflow, run } = begun(actions, { dueAt: now });
  return stepRun(run, workflow, { now, holds });
}

describe('a run', () => {
  test('asks for its first action and stays where it is until that is settled', () => {
    const { workflow, run } = begun([aTaskAction('1'), aTaskAction('2')]);

    const asked = stepRun(run, workflow, { now: NOW, holds: never });

    expect(asked).toEqual({ kind: 'perform', action: workflow.actions[0], run });
  });

  test('goes on with what follows once an action is settled, at once', () => {
    const { workflow, run } = begun([aTaskAction('1'), aTaskAction('2')]);

    const settled = settleAction(run, workflow, { kind: 'propertySet' }, NOW + 5);

    expect(settled).toMatchObject({ next: '2', dueAt: NOW + 5, state: { kind: 'active' } });
    expect(settled.log).toEqual([{ actionId: '1', at: NOW + 5, outcome: { kind: 'propertySet' } }]);
  });

  test('is finished with its last action, and due no more', () => {
    const { workflow, run } = begun([aTaskAction('1')]);

    const settled = settleAction(run, workflow, { kind: 'notEnrolled' }, NOW);

    expect(settled.state).toEqual({ kind: 'finished', at: NOW });
    expect(settled).not.toHaveProperty('next');
    expect(settled).not.toHaveProperty('dueAt');
  });

  test('without any action is finished', () => {
    const { next: _none, ...run } = aRun();

    const over = stepRun(run, aWorkflow({ actions: [] }), { now: NOW, holds: never });

    expect(over).toMatchObject({ kind: 'finished', run: { state: { kind: 'finished', at: NOW } } });
  });

  test('waits while it is not due', () => {
    const { workflow, run } = begun([aTaskAction('1')], { dueAt: NOW + 1 });

    expect(stepRun(run, workflow, { now: NOW, holds: never })).toEqual({ kind: 'parked', run });
  });

  test('fails by name where its next action is not in the workflow', () => {
    const { workflow, run } = begun([aTaskAction('1')], { next: actionId('gone') });

    expect(stepRun(run, workflow, { now: NOW, holds: never })).toMatchObject({
      kind: 'finished',
      run: { state: { kind: 'failed', code: 'actionMissing' } },
    });
  });

  test('never comes by an action again, even if two have one id', () => {
    const { workflow, run } = begun([aDelay('twin', 0), aDelay('twin', 0)]);

    expect(stepRun(run, workflow, { now: NOW, holds: never })).toMatchObject({
      kind: 'finished',
      run: { state: { kind: 'failed', code: 'actionRepeated' }, log: [{ actionId: 'twin' }] },
    });
  });
});

describe('a delay', () => {
  test('is noted when it begins; the run is due when it ends', () => {
    const parked = step([aDelay('wait', 2, 30), aTaskAction('call')]);

    const until = NOW + 2 * DAY + 30 * MINUTE;
    expect(parked).toMatchObject({ kind: 'parked', run: { next: 'call', dueAt: until } });
    expect(parked.run.log).toEqual([
      { actionId: 'wait', at: NOW, outcome: { kind: 'waited', until } },
    ]);
  });

  test.each([
    ['2026-03-28T09:00Z', 1, 0, 'Sun 2026-03-29 10:00', 'a day of 23 hours'],
    ['2026-10-24T08:00Z', 1, 0, 'Sun 2026-10-25 10:00', 'a day of 25 hours'],
    ['2026-03-28T01:30Z', 1, 0, 'Sun 2026-03-29 03:30', 'a time that the clock skips'],
    ['2026-10-24T00:30Z', 1, 0, 'Sun 2026-10-25 02:30', 'a time that comes twice, the first'],
    ['2026-10-24T00:30Z', 1, 60, 'Sun 2026-10-25 02:30', 'then minutes as they pass: the second'],
    ['2026-03-29T00:30Z', 0, 60, 'Sun 2026-03-29 03:30', 'minutes as they pass over the gap'],
    ['2026-01-31T09:00Z', 365, 1440, 'Mon 2027-02-01 10:00', 'the longest one'],
  ])('from %s by %i days and %i minutes ends on %s: %s', (from, days, minutes, ends) => {
    const { run } = step([aDelay('wait', days, minutes), aTaskAction('1')], Date.parse(from));

    expect(shown(run.dueAt ?? 0, WARSAW)).toBe(ends);
  });

  test('at the end keeps the contact in until it is over', () => {
    const { workflow } = begun([aDelay('wait', 1)]);
    const parked = step([aDelay('wait', 1)]);
    const late = (now: Instant) => stepRun(parked.run, workflow, { now, holds: never });

    expect(parked).toMatchObject({ kind: 'parked', run: { state: { kind: 'active' } } });
    expect(late(NOW + DAY - 1).kind).toBe('parked');
    expect(late(NOW + DAY)).toMatchObject({ kind: 'finished', run: { log: [{}] } });
  });

  test('of nothing does not even park', () => {
    expect(step([aDelay('none', 0), aTaskAction('1')])).toMatchObject({
      kind: 'perform',
      action: { id: '1' },
    });
  });
});

describe('a branch', () => {
  const fork = [
    aBranch('fork', [[aTaskAction('a')], [aTaskAction('b')]], [aTaskAction('rest')]),
    aTaskAction('after'),
  ];

  test.each([
    ['A', 'a', { kind: 'branched', branch: 'A' }],
    ['B', 'b', { kind: 'branched', branch: 'B' }],
    ['none', 'rest', { kind: 'branched' }],
  ])('takes %s', (name, next, outcome) => {
    const taken = step(fork, NOW, way(name));

    expect(taken).toMatchObject({ kind: 'perform', action: { id: next } });
    expect(taken.run.log).toEqual([{ actionId: 'fork', at: NOW, outcome }]);
  });

  test('takes the first that holds', () => {
    expect(step(fork, NOW, () => true)).toMatchObject({ action: { id: 'a' } });
  });

  test('that is empty goes on with what comes after', () => {
    expect(step([aBranch('fork', [[]]), aTaskAction('after')], NOW, () => true)).toMatchObject({
      kind: 'perform',
      action: { id: 'after' },
    });
  });

  test('that is empty and last ends the run', () => {
    expect(step([aBranch('fork', [[]])])).toMatchObject({ kind: 'finished' });
  });
});

describe('on a pause date', () => {
  const settings = workflowSettings({
    pauseDates: [{ from: day('2026-11-24'), to: day('2026-11-25') }],
  });

  test('nothing is done before the same time of the next free day', () => {
    const { workflow, run } = begun([aTaskAction('1')]);
    const paused = { ...workflow, settings };

    const parked = stepRun(run, paused, { now: NOW, holds: never });

    expect(parked).toMatchObject({ kind: 'parked', run: { next: '1', dueAt: NOW + 2 * DAY } });
    expect(stepRun(parked.run, paused, { now: NOW + 2 * DAY, holds: never }).kind).toBe('perform');
  });

  test('a delay that ends there ends after it', () => {
    const { workflow, run } = begun([aDelay('wait', 1), aTaskAction('1')]);
    const now = NOW - DAY;

    const parked = stepRun(
      { ...run, dueAt: now },
      { ...workflow, settings },
      { now, holds: never },
    );

    expect(parked.run.dueAt).toBe(NOW + 2 * DAY);
    expect(parked.run.log[0]?.outcome).toEqual({ kind: 'waited', until: NOW + 2 * DAY });
  });

  test('what was due there and is late is done at once', () => {
    const { workflow, run } = begun([aTaskAction('1')]);
    const now = NOW + 2 * DAY + HOUR;

    expect(stepRun(run, { ...workflow, settings }, { now, holds: never }).kind).toBe('perform');
  });
});

describe('held', () => {
  const { workflow, run } = begun([aTaskAction('1')]);

  test('a run waits in front of its action and goes on with it when released', () => {
    const held = holdRun(run, NOW);
    const released = releaseRun(held, NOW + HOUR);

    expect(held).toMatchObject({ state: { kind: 'held', since: NOW }, next: '1' });
    expect(held).not.toHaveProperty('dueAt');
    expect(stepRun(held, workflow, { now: NOW + DAY, holds: never }).kind).toBe('parked');
    expect(released).toMatchObject({ state: { kind: 'active' }, next: '1', dueAt: NOW + HOUR });
  });

  test('who is out is neither held nor released', () => {
    const out = leaveRun(run, 'manual', NOW);

    expect(holdRun(out, NOW)).toBe(out);
    expect(releaseRun(out, NOW)).toBe(out);
    expect(releaseRun(run, NOW)).toBe(run);
  });
});

describe('leaving', () => {
  const { workflow, run } = begun([aTaskAction('1')]);

  test.each([run, holdRun(run, NOW)])('ends a run, held or not', (inside) => {
    const out = leaveRun(inside, 'suppressed', NOW + 1);

    expect(out.state).toEqual({ kind: 'unenrolled', at: NOW + 1, reason: 'suppressed' });
    expect(out).not.toHaveProperty('next');
    expect(out).not.toHaveProperty('dueAt');
  });

  test('who has left stays as they left, whatever is settled later', () => {
    const out = leaveRun(run, 'suppressed', NOW);

    expect(leaveRun(out, 'manual', NOW + 1)).toBe(out);
    expect(settleAction(out, workflow, { kind: 'propertySet' }, NOW)).toBe(out);
    expect(stepRun(out, workflow, { now: NOW, holds: never })).toEqual({
      kind: 'finished',
      run: out,
    });
  });
});
