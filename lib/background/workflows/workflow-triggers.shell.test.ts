import { beforeEach, describe, expect, test } from 'vitest';
import { KEEP_STORES, keepContact } from '@/lib/store/keep-contact';
import { HOUR } from '@/lib/time/instant';
import { address, contactId } from '@/test/support/builders';
import {
  actionId,
  aFilter,
  aWorkflow,
  equals,
  groupsOf,
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

describe('an event', () => {
  const created = aWorkflow({
    trigger: {
      kind: 'event',
      event: { type: 'contactCreated' },
      groups: groupsOf([aFilter('stage', equals('demo'))]),
    },
    actions: [A_TASK],
  });

  test('takes whom it happens to and whose filters hold', async () => {
    await w.switchOn(created);

    await w.meet('ada', DEMO);
    await w.meet('bob');
    await w.work();

    expect(await w.runs()).toEqual(['ada: finished']);
  });

  test('of a contact who is gone means nothing', async () => {
    await w.switchOn(created);
    await w.meet('ada', DEMO);
    await (await w.world.database()).delete('contacts', contactId('ada'));

    await w.work();

    expect(await w.runs()).toEqual([]);
    expect(await (await w.world.database()).count('workflowEvents')).toBe(0);
  });
});

describe('a schedule', () => {
  const morning = { type: 'DAILY', minute: 540 } as const;

  test('takes at its time whose filters hold, each once', async () => {
    await w.switchOn({
      ...demo,
      trigger: { kind: 'schedule', schedule: morning, groups: [] },
    });
    await w.meet('ada');
    await w.work();
    expect(await w.runs()).toEqual([]);

    for (let day = 0; day < 3; day += 1) {
      w.world.now += 24 * HOUR;
      await w.work();
    }

    expect(await w.runs()).toEqual(['ada: finished']);
  });

  test('by a date of the contact takes those whose day it is, also of a day slept through', async () => {
    const schedule = {
      type: 'PROPERTY_BASED',
      dateProperty: 'birthday',
      daysDelta: 0,
      yearly: true,
      minute: 540,
    } as const;
    await w.switchOn({ ...demo, trigger: { kind: 'schedule', schedule, groups: [] } });
    await w.meet('ada', { properties: { birthday: '1990-11-26' } });
    await w.meet('bob', { properties: { birthday: '1990-12-26' } });

    w.world.now += 5 * 24 * HOUR;
    await w.work();

    expect(await w.runs()).toEqual(['ada: finished']);
  });
});

test('an address that is added may bring a contact onto the suppression list: they leave', async () => {
  const wait = { id: actionId('wait'), kind: 'delay', days: 3, minutes: 0 } as const;
  const settings = workflowSettings({ suppressed: ['@rival.example.com'] });
  await w.switchOn({ ...demo, actions: [wait], settings });
  const ada = await w.meet('ada', DEMO);
  await w.work();

  const tx = (await w.world.database()).transaction([...KEEP_STORES], 'readwrite');
  const emails = [address('ada@rival.example.com'), ...ada.emails];
  await keepContact(tx, ada, { ...ada, emails }, { now: w.world.now });
  await w.work();

  expect(await w.runs()).toEqual(['ada: unenrolled']);
});
