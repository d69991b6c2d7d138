import { describe, expect, test } from 'vitest';
import { DAY, HOUR, type Instant, MINUTE } from '@/lib/time/instant';
import { NOW } from '@/test/support/builders';
import { day, shown } from '@/test/support/times';
import {
  aDelay,
  aRun,
  aTaskAction,
  aWorkflow,
  workflowSettings,
} from '@/test/support/workflow-builders';
import type { Action } from './action';
import type { FilterGroups } from './filter';
import type { WorkflowRun } from './run';
import { stepRun } from './step-run';

const WARSAW = 'Europe/Warsaw';
const never = () => false;
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
