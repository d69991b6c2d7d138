import { beforeEach, describe, expect, test } from 'vitest';
import type { Action } from '@/lib/domain/workflow/action';
import { DAY } from '@/lib/time/instant';
import {
  actionId,
  anEnrollAction,
  aWorkflow,
  workflowSettings,
} from '@/test/support/workflow-builders';
import { createWorkflowWorld, type WorkflowWorld } from '@/test/support/workflow-world';

const everybody = { kind: 'criteria' as const, groups: [] };
const delay = (days: number): Action => ({
  id: actionId('wait'),
  kind: 'delay',
  days,
  minutes: 0,
});

let w: WorkflowWorld;
beforeEach(async () => {
  w = await createWorkflowWorld();
});

async function on(actions: readonly Action[], more: object = {}) {
  await w.switchOn(aWorkflow({ trigger: everybody, actions, ...more }));
}
const enrollments = async () => (await w.world.database()).getAll('enrollments');
const workflow = () => w.head(aWorkflow().id);

describe('a workflow that is switched off', () => {
  test('lets who is inside go on, but only delays do anything', async () => {
    await on([delay(1), anEnrollAction()]);
    await w.meet('ada');
    await w.work();

    await w.change(aWorkflow().id, { state: 'off' });
    w.world.now += DAY;
    await w.work();

    expect(await enrollments()).toEqual([]);
    expect(await w.runs()).toEqual(['ada: finished']);
    expect(await w.journal('workflowActionSkipped')).toMatchObject([{ reason: 'off' }]);
  });

  test('keeps nobody waiting whom it held', async () => {
    await on([anEnrollAction()]);
    await w.change(aWorkflow().id, { state: 'held' });
    await w.meet('ada');
    await w.work();
    expect(await w.runs()).toEqual(['ada: held']);

    await w.change(aWorkflow().id, { state: 'off' });
    await w.work();

    expect(await w.runs()).toEqual(['ada: finished']);
    expect(await workflow()).toMatchObject({ inside: 0 });
  });
});

test('whoever is in a deleted workflow leaves it, however many they are', async () => {
  await on([delay(1), anEnrollAction()]);
  for (let index = 0; index < 60; index += 1) await w.meet(`c${index}`);
  await w.work();
  expect((await workflow()).inside).toBe(60);

  await w.change(aWorkflow().id, { state: 'deleted' });
  await w.work();

  expect(new Set((await w.runs()).map((run) => run.split(': ')[1]))).toEqual(
    new Set(['unenrolled']),
  );
  expect((await workflow()).inside).toBe(0);
});

test('what is due on a pause date is done on the next day that is none', async () => {
  const pauseDates = [{ from: '2026-11-24', to: '2026-11-25' }];
  await on([anEnrollAction()], { settings: workflowSettings({ pauseDates } as object) });
  await w.meet('ada');
  await w.work();
  expect(await enrollments()).toEqual([]);

  w.world.now += 2 * DAY;
  await w.work();

  expect(await enrollments()).toHaveLength(1);
});
