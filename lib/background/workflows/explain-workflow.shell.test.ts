import { beforeEach, describe, expect, test } from 'vitest';
import type { ContactId, WorkflowId } from '@/lib/domain/ids';
import type { WorkflowDraft } from '@/lib/domain/workflow/workflow';
import { contactId, NOW } from '@/test/support/builders';
import { everythingStored } from '@/test/support/everything-stored';
import {
  aDelay,
  aDraft,
  aFilter,
  anEnrollAction,
  aTaskAction,
  aWorkflow,
  equals,
  groupsOf,
  isKnown,
  workflowSettings,
} from '@/test/support/workflow-builders';
import { createWorkflowWorld, type WorkflowWorld } from '@/test/support/workflow-world';
import { explainWorkflow } from './explain-workflow';

const ADA = contactId('ada');

let at: WorkflowWorld;
beforeEach(async () => {
  at = await createWorkflowWorld();
});

const explain = (draft: WorkflowDraft, contact: ContactId = ADA, id?: WorkflowId) =>
  explainWorkflow(at.world.life(), { draft, contactId: contact, ...(id !== undefined && { id }) });
const inKrakow: WorkflowDraft['trigger'] = {
  kind: 'criteria',
  groups: groupsOf([aFilter('city', equals('Kraków'))]),
};
const again = (on: boolean) =>
  workflowSettings({
    reenroll: on
      ? { kind: 'on', triggers: groupsOf([aFilter('phone', isKnown())]) }
      : { kind: 'off' },
  });
const stays = { trigger: inKrakow, actions: [aDelay('wait', 1), aTaskAction('call')] };
const passes = { trigger: inKrakow, actions: [aTaskAction('call')] };

describe('why a contact does not match', () => {
  test('names every filter with the value that it found, passed or not', async () => {
    await at.meet('ada', { properties: { stage: 'demo', city: 'Lublin' } });
    const city = aFilter('city', equals('Kraków'));
    const stage = aFilter('stage', equals('demo'));
    const shoes = aFilter('shoe_size', equals('38'));
    const groups = groupsOf([stage, city], [shoes]);

    const told = await explain(aDraft({ trigger: { kind: 'criteria', groups } }));

    expect(told).toMatchObject({
      name: 'ada',
      address: 'ada@ada.example.com',
      matches: false,
      times: 0,
    });
    expect(told?.groups).toEqual([
      {
        passed: false,
        filters: [
          { property: 'stage', operation: stage.operation, value: 'demo', passed: true },
          { property: 'city', operation: city.operation, value: 'Lublin', passed: false },
        ],
      },
      {
        passed: false,
        filters: [{ property: 'shoe_size', operation: shoes.operation, passed: false }],
      },
    ]);
    expect(told).not.toHaveProperty('barred');
  });

  test('says the same of what enrolls again', async () => {
    await at.meet('ada', { properties: { city: 'Kraków' } });

    const told = await explain(aDraft({ trigger: inKrakow, settings: again(true) }));

    expect(told).toMatchObject({ matches: true, reenroll: [{ passed: false }] });
  });
});

describe('why a contact that matches does not enter', () => {
  beforeEach(async () => {
    await at.meet('ada', { properties: { city: 'Kraków' } });
  });

  test('it may, as far as anybody knows', async () => {
    const told = await explain(aDraft({ trigger: inKrakow }));

    expect(told).toMatchObject({ matches: true, times: 0 });
    expect(told).not.toHaveProperty('barred');
  });

  test('it is on the suppression list', async () => {
    const settings = workflowSettings({ suppressed: ['ADA@ada.example.com'] });

    expect(await explain(aDraft({ trigger: inKrakow, settings }))).toMatchObject({
      matches: true,
      barred: 'suppressed',
    });
  });

  test('it is inside, and goes on then', async () => {
    const workflow = aWorkflow(stays);
    await at.switchOn(workflow, 'existing');
    await at.work();

    expect(await explain(workflow, ADA, workflow.id)).toMatchObject({
      barred: 'inside',
      times: 1,
      inside: { dueAt: NOW + 24 * 3_600_000 },
    });
  });

  test.each([
    [false, 'onceOnly'],
    [true, undefined],
  ])('it was inside once, and may come again: %s', async (on, barred) => {
    const workflow = aWorkflow({ ...passes, settings: again(on) });
    await at.switchOn(workflow, 'existing');
    await at.work();

    const told = await explain(workflow, ADA, workflow.id);
    expect([told?.barred, told?.times, told?.inside]).toEqual([barred, 1, undefined]);
  });

  test('it matched before the workflow was switched on for later ones', async () => {
    const workflow = aWorkflow(passes);
    await at.switchOn(workflow, 'baseline');
    await at.work();

    expect(await explain(workflow, ADA, workflow.id)).toMatchObject({ barred: 'notListed' });
    await at.change(workflow.id, { state: 'off' });
    expect(await explain(workflow, ADA, workflow.id)).not.toHaveProperty('barred');
  });
});

test('every action says what it would do, an enrollment with all of its checks', async () => {
  await at.meet('ada', { properties: { city: 'Kraków' }, importedAt: NOW });
  const draft = aDraft({ trigger: inKrakow, actions: [aTaskAction('call'), anEnrollAction()] });

  const told = await explain(draft);

  expect(told?.actions).toMatchObject([
    { actionId: 'call', kind: 'createTask', result: 'does', checks: [] },
    { actionId: 'enroll-1', kind: 'enroll', result: 'skips' },
  ]);
  const checks = told?.actions[1]?.checks ?? [];
  expect(checks.filter(({ result }) => result === 'block')).toEqual([
    {
      code: 'coldLead',
      result: 'block',
      reason: 'cold',
      params: { days: 0, limit: 30 },
      overridable: false,
    },
  ]);
  expect(checks.filter(({ result }) => result === 'pass').length).toBeGreaterThan(5);
});

test('what was done before is explained with the contact as it is now', async () => {
  await at.meet('ada', { properties: { city: 'Lublin' } });
  expect(await explain(aDraft({ trigger: inKrakow }))).toMatchObject({ matches: false });
  await at.setProperties(ADA, { city: 'Kraków' });

  expect(await explain(aDraft({ trigger: inKrakow }))).toMatchObject({ matches: true });
});

test('of nobody there is nothing to explain, and nothing is written', async () => {
  const before = await everythingStored(await at.world.database());

  expect(await explain(aDraft(), contactId('nobody'))).toBeUndefined();
  expect(await everythingStored(await at.world.database())).toEqual(before);
});
