import { beforeEach, describe, expect, test } from 'vitest';
import { HOUR, MINUTE } from '@/lib/time/instant';
import { contactId } from '@/test/support/builders';
import {
  actionId,
  aFilter,
  aWorkflow,
  equals,
  groupsOf,
  workflowId,
  workflowSettings,
} from '@/test/support/workflow-builders';
import { createWorkflowWorld, type WorkflowWorld } from '@/test/support/workflow-world';

const DEMO = { properties: { stage: 'demo' } };
const A_TASK = {
  id: actionId('task-1'),
  kind: 'createTask',
  taskKind: 'call',
  title: 'Call',
  dueInDays: 1,
} as const;
const demo = aWorkflow({ actions: [A_TASK] });

let w: WorkflowWorld;
beforeEach(async () => {
  w = await createWorkflowWorld();
});

describe('criteria', () => {
  test('take a contact when they begin to hold, and not again', async () => {
    await w.meet('ada');
    await w.switchOn(demo);
    await w.work();

    await w.setProperties(contactId('ada'), { stage: 'demo' });
    await w.work();
    await w.setProperties(contactId('ada'), { stage: 'won' });
    await w.work();
    await w.setProperties(contactId('ada'), { stage: 'demo' });
    await w.work();

    expect(await w.runs()).toEqual(['ada: finished']);
    expect(await w.head(demo.id)).toMatchObject({ state: 'on', entered: 1, inside: 0 });
  });

  test('take nobody who matched before they were switched on', async () => {
    await w.meet('ada', DEMO);

    await w.switchOn(demo);
    await w.work();
    await w.setProperties(contactId('ada'), { city: 'London' });
    await w.work();

    expect(await w.runs()).toEqual([]);
    expect((await w.head(demo.id)).state).toBe('on');
  });

  test('take who matched before when that was chosen', async () => {
    await w.meet('ada', DEMO);
    await w.meet('bob');

    await w.switchOn(demo, 'existing');
    await w.work();

    expect(await w.runs()).toEqual(['ada: finished']);
  });

  test('take who comes while it is still looking who matched before', async () => {
    await w.meet('ada', DEMO);
    await w.meet('bob');
    await w.switchOn(demo);

    await w.meet('cy', DEMO);
    await w.setProperties(contactId('bob'), { stage: 'demo' });
    await w.setProperties(contactId('ada'), { city: 'London' });
    await w.work();

    expect(await w.runs()).toEqual(expect.arrayContaining(['bob: finished', 'cy: finished']));
    expect(await w.runs()).toHaveLength(2);
  });

  test('take a contact again when re-enrollment is on and its trigger comes anew', async () => {
    const triggers = groupsOf([aFilter('stage', equals('demo'))]);
    await w.switchOn({
      ...demo,
      settings: workflowSettings({ reenroll: { kind: 'on', triggers } }),
    });
    await w.meet('ada', DEMO);
    await w.work();

    await w.setProperties(contactId('ada'), { stage: 'won' });
    await w.work();
    await w.setProperties(contactId('ada'), { stage: 'demo' });
    await w.work();

    expect(await w.runs()).toEqual(['ada: finished', 'ada: finished']);
  });

  test('let a contact go when they no longer hold and the workflow says so', async () => {
    const wait = { id: actionId('wait'), kind: 'delay', days: 3, minutes: 0 } as const;
    const settings = workflowSettings({ unenrollWhenNotMatching: true });
    await w.switchOn({ ...demo, actions: [wait, A_TASK], settings });
    await w.meet('ada', DEMO);
    await w.work();

    await w.setProperties(contactId('ada'), { stage: 'won' });
    await w.work();

    expect(await w.runs()).toEqual(['ada: unenrolled']);
    expect(await w.journal('workflowLeft')).toEqual([
      { workflow: 'Demo requests', reason: 'notMatching' },
    ]);
  });

  test('are not asked about a change of what they do not read', async () => {
    await w.switchOn(demo);
    await w.meet('ada');
    await w.work();
    // Matches, but nobody was told: only a look at the contact would find out.
    const database = await w.world.database();
    const row = await database.get('contacts', contactId('ada'));
    if (row !== undefined) await database.put('contacts', { ...row, ...DEMO });

    await w.setProperties(contactId('ada'), { city: 'London' });
    await w.work();

    expect(await w.runs()).toEqual([]);
  });

  test('that go by the time are looked at again every hour', async () => {
    const old = aFilter('met', {
      operationType: 'ROLLING_DATE_RANGE',
      operator: 'IS_MORE_THAN_X_DAYS_AGO',
      numberOfDays: 1,
      includeObjectsWithNoValueSet: false,
    });
    await w.switchOn({ ...demo, trigger: { kind: 'criteria', groups: groupsOf([old]) } });
    const met = new Date(w.world.now - 30 * MINUTE).toISOString();
    await w.meet('ada', { properties: { met } });
    await w.work();
    expect(await w.runs()).toEqual([]);

    for (let hour = 0; hour < 72; hour += 1) {
      w.world.now += HOUR;
      await w.work();
    }

    expect(await w.runs()).toEqual(['ada: finished']);
  });
});

describe('nobody enters', () => {
  test('who is on the suppression list, by address or domain', async () => {
    const settings = workflowSettings({ suppressed: ['bob@bob.example.com', '@cy.example.com'] });
    await w.switchOn({ ...demo, settings });

    await w.meet('ada', DEMO);
    await w.meet('bob', DEMO);
    await w.meet('cy', DEMO);
    await w.work();

    expect(await w.runs()).toEqual(['ada: finished']);
  });

  test('a workflow whose own action led there', async () => {
    const set = (id: string, property: string) =>
      ({ id: actionId(id), kind: 'setProperty', property, value: 'yes' }) as const;
    const when = (property: string) => ({
      kind: 'criteria' as const,
      groups: groupsOf([aFilter(property, equals('yes'))]),
    });
    const first = { ...demo, trigger: when('one'), actions: [set('a', 'two')] };
    const second = {
      ...demo,
      id: workflowId('workflow-2'),
      name: 'Second',
      trigger: when('two'),
      actions: [set('b', 'three')],
    };
    const again = { kind: 'on' as const, triggers: groupsOf([aFilter('three', equals('yes'))]) };
    await w.switchOn({ ...first, settings: workflowSettings({ reenroll: again }) });
    await w.switchOn(second);
    await w.meet('ada');
    await w.work();

    await w.setProperties(contactId('ada'), { one: 'yes' });
    await w.work();

    expect(await w.runs()).toEqual(['ada: finished', 'ada: finished']);
    expect(await w.journal('workflowActionSkipped')).toEqual([
      { workflow: 'Demo requests', codes: '', reason: 'loop' },
    ]);
  });

  test('a workflow that is off, and what happened meanwhile is forgotten', async () => {
    await w.switchOn(demo);
    await w.work();
    await w.change(demo.id, { state: 'off' });

    await w.meet('ada', DEMO);
    await w.work();
    await w.change(demo.id, { state: 'on' });
    await w.work();

    expect(await w.runs()).toEqual([]);
    expect(await (await w.world.database()).count('workflowEvents')).toBe(0);
  });
});
