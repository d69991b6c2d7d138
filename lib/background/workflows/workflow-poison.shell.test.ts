import { beforeEach, describe, expect, test } from 'vitest';
import type { Action } from '@/lib/domain/workflow/action';
import { DAY } from '@/lib/time/instant';
import { actionId, anEnrollAction, aWorkflow } from '@/test/support/workflow-builders';
import { createWorkflowWorld, type WorkflowWorld } from '@/test/support/workflow-world';
import { runWorkflows } from './run-workflows';

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

describe('what cannot be worked on', () => {
  test('a run is put aside by name, and the others go on', async () => {
    await on([delay(1), anEnrollAction()]);
    for (const id of ['ada', 'bob', 'cy']) await w.meet(id);
    await w.work();
    const database = await w.world.database();
    const [first] = await database.getAll('workflowRuns');
    if (first === undefined) throw new Error('three runs');
    await database.put('workflowRuns', { ...first, ...JSON.parse('{"log":7}') });
    const named: string[] = [];
    const log = { unexpected: (what: string) => named.push(what) };

    w.world.now += DAY;
    await runWorkflows({ ...w.world.life(), log }, new AbortController().signal);

    expect((await w.runs()).map((run) => run.split(': ')[1]).sort()).toEqual([
      'failed',
      'finished',
      'finished',
    ]);
    expect(await enrollments()).toHaveLength(2);
    expect(named).toEqual(['workflowRuns']);
    expect(await w.journal('workflowFailed')).toEqual([
      { workflow: 'Demo requests', code: 'corruptRow' },
    ]);
    expect((await workflow()).inside).toBe(0);
  });

  test('an event is dropped by name, and the others are seen', async () => {
    await on([anEnrollAction()]);
    await w.meet('ada');
    const database = await w.world.database();
    await database.add(
      'workflowEvents',
      JSON.parse('{"contactId":"ada","at":1,"event":{"type":"x"},"chain":[]}'),
    );
    await w.meet('bob');
    const named: string[] = [];
    const log = { unexpected: (what: string) => named.push(what) };

    await runWorkflows({ ...w.world.life(), log }, new AbortController().signal);

    expect(await enrollments()).toHaveLength(2);
    expect(named).toEqual(['workflowEvents']);
    expect(await w.journal('workflowFailed')).toEqual([{ workflow: '', code: 'corruptRow' }]);
  });

  test('a contact is passed by in a scan, and the others are looked at', async () => {
    await w.meet('ada');
    await w.meet('cy');
    const database = await w.world.database();
    await database.put('contacts', JSON.parse('{"id":"bob","addressKeys":[],"refKeys":[]}'));
    await w.switchOn(aWorkflow({ trigger: everybody, actions: [anEnrollAction()] }), 'existing');
    const named: string[] = [];
    const log = { unexpected: (what: string) => named.push(what) };

    await runWorkflows({ ...w.world.life(), log }, new AbortController().signal);

    expect(await enrollments()).toHaveLength(2);
    expect(named).toEqual(['workflowScans']);
    expect((await workflow()).state).toBe('on');
  });

  test('a run of a deleted workflow is put aside as well, and the others leave', async () => {
    await on([delay(1), anEnrollAction()]);
    for (const id of ['ada', 'bob']) await w.meet(id);
    await w.work();
    const database = await w.world.database();
    const [first] = await database.getAll('workflowRuns');
    if (first === undefined) throw new Error('two runs');
    await database.put('workflowRuns', { ...first, ...JSON.parse('{"log":7}') });
    await w.change(aWorkflow().id, { state: 'deleted' });
    const log = { unexpected: () => undefined };

    await runWorkflows({ ...w.world.life(), log }, new AbortController().signal);

    expect((await w.runs()).map((run) => run.split(': ')[1]).sort()).toEqual([
      'failed',
      'unenrolled',
    ]);
    expect((await workflow()).inside).toBe(0);
  });
});
