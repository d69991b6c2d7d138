import { beforeEach, describe, expect, test } from 'vitest';
import type { Action } from '@/lib/domain/workflow/action';
import { DAY } from '@/lib/time/instant';
import { contactId, NOW } from '@/test/support/builders';
import { expectConsistent } from '@/test/support/expect-consistent';
import {
  actionId,
  aFilter,
  anEnrollAction,
  aWorkflow,
  equals,
  groupsOf,
} from '@/test/support/workflow-builders';
import { createWorkflowWorld, type WorkflowWorld } from '@/test/support/workflow-world';

const everybody = { kind: 'criteria' as const, groups: [] };
const ADA = contactId('ada');
const delay = (days: number): Action => ({
  id: actionId('wait'),
  kind: 'delay',
  days,
  minutes: 0,
});
const unenroll: Action = { id: actionId('out'), kind: 'unenroll' };

let w: WorkflowWorld;
beforeEach(async () => {
  w = await createWorkflowWorld();
});

async function on(actions: readonly Action[], more: object = {}) {
  await w.switchOn(aWorkflow({ trigger: everybody, actions, ...more }));
}
const enrollments = async () => (await w.world.database()).getAll('enrollments');
const stored = async () => (await w.world.database()).get('contacts', ADA);

describe('unenroll', () => {
  test('takes the contact out of whatever sequence it is in', async () => {
    await on([anEnrollAction(), delay(1), unenroll]);
    await w.meet('ada');
    await w.work();

    w.world.now += DAY;
    await w.work();

    expect(await enrollments()).toMatchObject([
      { state: { kind: 'unenrolled', reason: 'workflow' } },
    ]);
    expect((await stored())?.properties['hs_sequences_is_enrolled']).toBe('false');
    expect(await w.journal('unenrolled')).toMatchObject([{ reason: 'workflow' }]);
    await expectConsistent(w.world);
  });

  test('and enrolling again in one go both happen', async () => {
    await on([anEnrollAction(), unenroll, anEnrollAction({ id: actionId('again') })]);

    await w.meet('ada');
    await w.work();

    const [run] = await (await w.world.database()).getAll('workflowRuns');
    expect(run?.log.map(({ outcome }) => outcome.kind)).toEqual([
      'enrolled',
      'unenrolled',
      'enrolled',
    ]);
    await expectConsistent(w.world);
  });

  test('of somebody in no sequence does nothing', async () => {
    await on([unenroll]);

    await w.meet('ada');
    await w.work();

    const [run] = await (await w.world.database()).getAll('workflowRuns');
    expect(run?.log).toMatchObject([{ outcome: { kind: 'notEnrolled' } }]);
  });
});

describe('a property', () => {
  const set = (property: string, value: string): Action => ({
    id: actionId('set'),
    kind: 'setProperty',
    property,
    value,
  });

  test('is set, and what it was before is remembered', async () => {
    await on([set('stage', 'won')]);

    await w.meet('ada', { properties: { stage: 'demo' } });
    await w.work();

    expect(await stored()).toMatchObject({
      properties: { stage: 'won' },
      past: { stage: { at: NOW, values: ['demo'] } },
    });
  });

  test('that we keep is not ours to set', async () => {
    await on([set('createdate', '2020-01-01')]);

    await w.meet('ada');
    await w.work();

    expect(await w.journal('workflowActionSkipped')).toEqual([
      { workflow: 'Demo requests', codes: '', reason: 'readOnly' },
    ]);
  });
});

test('a branch is taken by what the contact is when it comes to it', async () => {
  const branch: Action = {
    id: actionId('fork'),
    kind: 'branch',
    branches: [{ name: 'Won', groups: groupsOf([aFilter('stage', equals('won'))]), actions: [] }],
    otherwise: [
      { id: actionId('call'), kind: 'createTask', taskKind: 'call', title: 'Call', dueInDays: 2 },
    ],
  };
  await on([delay(1), branch]);
  await w.meet('ada');
  await w.meet('bob');
  await w.work();

  await w.setProperties(ADA, { stage: 'won' });
  w.world.now += DAY;
  await w.work();

  const tasks = await (await w.world.database()).getAll('tasks');
  expect(tasks).toMatchObject([{ contactId: 'bob', title: 'Call', dueAt: NOW + 3 * DAY }]);
});
