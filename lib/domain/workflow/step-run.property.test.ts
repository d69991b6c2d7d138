import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, type Instant } from '@/lib/time/instant';
import { anyProgram } from '@/test/support/any-program';
import { NOW } from '@/test/support/builders';
import { day } from '@/test/support/times';
import { aRun, aWorkflow, workflowSettings } from '@/test/support/workflow-builders';
import type { Action } from './action';
import type { FilterGroups } from './filter';
import { actionAfter, actionOf, allActions, firstAction } from './program';
import { isInWorkflow, type WorkflowRun } from './run';
import { settleAction, stepRun } from './step-run';

/** Takes the same way at the same branch, and every way at some of them. */
const chooses =
  (seed: number) =>
  (groups: FilterGroups): boolean =>
    [...JSON.stringify(groups)].reduce((sum, char) => sum * 31 + char.charCodeAt(0), seed) % 3 ===
    0;

/** By recursion, which is not how runs are walked: every action that this contact meets. */
function met(actions: readonly Action[], holds: (groups: FilterGroups) => boolean): string[] {
  return actions.flatMap((action) => {
    if (action.kind !== 'branch') return [action.id];
    const way = action.branches.find(({ groups }) => holds(groups))?.actions ?? action.otherwise;
    return [action.id, ...met(way, holds)];
  });
}

/** Does everything that is asked until the run is over, and never waits longer than it says. */
function walk(actions: readonly Action[], holds: (groups: FilterGroups) => boolean, pause = false) {
  const first = actions[0];
  const pauseDates = pause ? [{ from: day('2026-11-26'), to: day('2026-12-10') }] : [];
  const workflow = aWorkflow({ actions, settings: workflowSettings({ pauseDates }) });
  const { next: _none, ...bare } = aRun();
  let run: WorkflowRun = { ...bare, ...(first !== undefined && { next: first.id }) };
  let now: Instant = NOW;
  const performed: { readonly id: string; readonly at: Instant }[] = [];
  for (let rounds = 0; isInWorkflow(run); rounds += 1) {
    if (rounds > 4 * allActions(actions).length + 4) throw new Error('no end in sight');
    const asked = stepRun(run, workflow, { now, holds });
    run = asked.run;
    if (asked.kind === 'perform') {
      performed.push({ id: asked.action.id, at: now });
      run = settleAction(run, workflow, { kind: 'propertySet' }, now);
    }
    if (asked.kind === 'parked') now = run.dueAt ?? now + 1_000 * DAY;
  }
  return { run, performed };
}

describe('whatever the actions are and whichever way a contact takes', () => {
  test('it meets them in order, each at most once, and gets to the end', () => {
    let longest = 0;
    fc.assert(
      fc.property(anyProgram, fc.nat(), fc.boolean(), (actions, seed, pause) => {
        const holds = chooses(seed);

        const { run, performed } = walk(actions, holds, pause);

        const expected = met(actions, holds);
        longest = Math.max(longest, expected.length);
        expect(run.state.kind).toBe('finished');
        expect(run.log.map(({ actionId }) => actionId)).toEqual(expected);
        expect(performed.map(({ id }) => id)).toEqual(
          expected.filter((id) => !/(?:delay|branch)-\d+$/.test(id)),
        );
        expect(new Set(expected).size).toBe(expected.length);
      }),
      { numRuns: 500 },
    );
    expect(longest).toBeGreaterThan(6);
  });

  test('nothing is ever done on a pause date, and time only goes forward', () => {
    fc.assert(
      fc.property(anyProgram, fc.nat(), (actions, seed) => {
        const { performed } = walk(actions, chooses(seed), true);

        for (const { at } of performed) {
          const date = Temporal.Instant.fromEpochMilliseconds(at)
            .toZonedDateTimeISO('Europe/Warsaw')
            .toPlainDate()
            .toString();
          expect(date >= '2026-11-26' && date <= '2026-12-10').toBe(false);
        }
        const times = performed.map(({ at }) => at);
        expect(times).toEqual([...times].sort((a, b) => a - b));
      }),
      { numRuns: 300 },
    );
  });

  test('every action is found by its id and is what some other action leads to', () => {
    fc.assert(
      fc.property(anyProgram, (actions) => {
        const program = { actions };
        const reached = new Set<string>();
        for (const action of allActions(actions)) {
          expect(actionOf(program, action.id)).toBe(action);
          const ways = action.kind === 'branch' ? action.branches.keys() : [];
          for (const way of [...ways, 'otherwise', undefined] as const) {
            const next = actionAfter(program, action.id, way);
            if (next !== undefined) reached.add(next.id);
          }
        }
        const first = firstAction(program);
        if (first !== undefined) reached.add(first.id);
        expect([...reached].sort()).toEqual(
          allActions(actions)
            .map(({ id }) => id)
            .sort(),
        );
      }),
      { numRuns: 300 },
    );
  });
});
