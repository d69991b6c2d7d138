import { beforeEach, describe, expect, test } from 'vitest';
import type { WorkflowId } from '@/lib/domain/ids';
import type { Action } from '@/lib/domain/workflow/action';
import { keepWorkflow } from '@/test/support/keep-workflow';
import {
  aDelay,
  aDraft,
  aFilter,
  aTaskAction,
  equals,
  groupsOf,
  workflowId,
} from '@/test/support/workflow-builders';
import { createWorkflowWorld, type WorkflowWorld } from '@/test/support/workflow-world';
import { deleteWorkflow } from './delete-workflow';
import { switchOff, switchOn } from './switch-workflow';

let at: WorkflowWorld;
beforeEach(async () => {
  at = await createWorkflowWorld();
  await at.meet('zoe', { properties: { city: 'Kraków' } });
});

const inKrakow = groupsOf([aFilter('city', equals('Kraków'))]);
async function saved(...actions: readonly Action[]): Promise<WorkflowId> {
  const draft = aDraft({ trigger: { kind: 'criteria', groups: inKrakow }, actions });
  return (await keepWorkflow(at, { draft })).id;
}
const on = (id: WorkflowId) =>
  switchOn(at.world.life(), { id, revision: 1, existing: true, reasons: {} });
const scans = async () => (await at.world.database()).getAll('workflowScans');
const TASK = aTaskAction('task-1');

describe('switching a workflow off', () => {
  test('leaves who is in it, and looks at nobody any more', async () => {
    const id = await saved(aDelay('wait', 1), TASK);
    await on(id);
    await at.work();
    await switchOff(at.world.life(), id);
    await at.meet('ada', { properties: { city: 'Kraków' } });
    await at.work();

    expect(await at.runs()).toEqual(['zoe: active']);
    expect(await at.head(id)).toMatchObject({ state: 'off', inside: 1 });
    expect(await scans()).toEqual([]);
    expect(await at.journal('workflowSwitchedOff')).toEqual([{ workflow: 'Demo requests' }]);
  });

  test('ends the look at who matches already', async () => {
    const id = await saved(TASK);
    await on(id);
    await switchOff(at.world.life(), id);
    await at.work();

    expect(await at.runs()).toEqual([]);
    expect(await scans()).toEqual([]);
  });

  test('what is off or gone stays so, and nobody writes that down', async () => {
    const id = await saved(TASK);
    await switchOff(at.world.life(), id);
    await deleteWorkflow(at.world.life(), id);
    await switchOff(at.world.life(), id);
    await switchOff(at.world.life(), workflowId('never'));

    expect((await at.head(id)).state).toBe('deleted');
    expect(await at.journal('workflowSwitchedOff')).toEqual([]);
  });
});
