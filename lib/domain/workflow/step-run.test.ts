import { describe, expect, test } from 'vitest';
import { DAY, HOUR, type Instant } from '@/lib/time/instant';
import { NOW } from '@/test/support/builders';
import {
  aBranch,
  actionId,
  aDelay,
  aRun,
  aTaskAction,
  aWorkflow,
} from '@/test/support/workflow-builders';
import type { Action } from './action';
import type { FilterGroups } from './filter';
import type { WorkflowRun } from './run';
import { holdRun, leaveRun, releaseRun, settleAction, stepRun } from './step-run';

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
