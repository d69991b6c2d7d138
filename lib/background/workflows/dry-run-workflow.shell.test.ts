import { beforeEach, describe, expect, test } from 'vitest';
import { enroll } from '@/lib/background/enrolling/enroll';
import type { ContactId } from '@/lib/domain/ids';
import type { WorkflowDraft } from '@/lib/domain/workflow/workflow';
import type { DryRunPart } from '@/lib/rpc/workflow-views';
import { DAY } from '@/lib/time/instant';
import { NOW, senderId, sequenceId } from '@/test/support/builders';
import { everythingStored } from '@/test/support/everything-stored';
import {
  actionId,
  aDelay,
  aDraft,
  aFilter,
  anEnrollAction,
  anUnenrollAction,
  aSetProperty,
  aTaskAction,
  equals,
  groupsOf,
  workflowSettings,
} from '@/test/support/workflow-builders';
import { createWorkflowWorld, type WorkflowWorld } from '@/test/support/workflow-world';
import { dryRunWorkflow } from './dry-run-workflow';

let at: WorkflowWorld;
beforeEach(async () => {
  at = await createWorkflowWorld();
});

const part = (draft: WorkflowDraft, sample = 5, after?: ContactId) =>
  dryRunWorkflow(at.world.life(), { draft, sample, ...(after !== undefined && { after }) });
const inKrakow: WorkflowDraft['trigger'] = {
  kind: 'criteria',
  groups: groupsOf([aFilter('city', equals('Kraków'))]),
};
const draft = (overrides: Partial<WorkflowDraft> = {}) =>
  aDraft({ trigger: inKrakow, ...overrides });
const city = (name: string) => ({ properties: { city: name } });

describe('whom a workflow is for', () => {
  test('is counted part by part over all contacts, each once', async () => {
    for (let index = 0; index < 1_200; index += 1) {
      await at.meet(`c${10_000 + index}`, city(index % 3 === 0 ? 'Kraków' : 'Lublin'));
    }
    const parts: DryRunPart[] = [];
    let after: ContactId | undefined;
    do {
      const next: DryRunPart = await part(draft(), 0, after);
      parts.push(next);
      after = next.next;
    } while (after !== undefined);

    expect(parts.map(({ checked }) => checked)).toEqual([500, 500, 200]);
    expect(parts.reduce((sum, { matched }) => sum + matched, 0)).toBe(400);
  });

  test('says how many of them are leads that never answered', async () => {
    await at.meet('cold', { ...city('Kraków'), importedAt: NOW - DAY });
    await at.meet('elsewhere', { ...city('Lublin'), importedAt: NOW - DAY });
    await at.meet('answered', { ...city('Kraków'), importedAt: NOW - DAY, engagedAt: NOW });
    await at.meet('long-ago', { ...city('Kraków'), importedAt: NOW - 40 * DAY });

    expect(await part(draft())).toMatchObject({ checked: 4, matched: 3, cold: 1 });
  });

  test('leaves out who is on its suppression list', async () => {
    await at.meet('ada', city('Kraków'));
    const settings = workflowSettings({ suppressed: ['@ada.example.com'] });

    expect(await part(draft({ settings }))).toMatchObject({ checked: 1, matched: 0 });
  });

  test('where it goes by a date, is whose day it is when it comes next', async () => {
    const schedule = {
      type: 'PROPERTY_BASED',
      dateProperty: 'birthday',
      daysDelta: 0,
      yearly: true,
      minute: 9 * 60,
    } as const;
    // It is nine in Warsaw: the next time is tomorrow.
    await at.meet('ada', { properties: { birthday: '1990-11-25' } });
    await at.meet('zoe', { properties: { birthday: '1990-11-24' } });
    const trigger = { kind: 'schedule', schedule, groups: [] } as const;

    const found = await part(draft({ trigger }));
    expect(found.sample.map(({ name }) => name)).toEqual(['ada']);
  });

  test('does not depend on a record that cannot be read', async () => {
    await at.meet('ada', city('Kraków'));
    const database = await at.world.database();
    const broken = { ...(await at.meet('zoe', city('Kraków'))), emails: 'none' };
    await database.put('contacts', broken as never);

    expect(await part(draft())).toMatchObject({ checked: 2, matched: 1 });
  });
});

describe('what would be done for the first of them', () => {
  const actions = [
    aDelay('wait', 1),
    {
      id: actionId('fork'),
      kind: 'branch',
      branches: [
        {
          name: 'Old customers',
          groups: groupsOf([aFilter('customer', equals('yes'))]),
          actions: [anUnenrollAction('out')],
        },
      ],
      otherwise: [aTaskAction('call')],
    },
    anEnrollAction(),
  ] as const;

  test('is what would really be decided, on each contact’s own way', async () => {
    await at.meet('ada', { properties: { city: 'Kraków', customer: 'yes' } });
    await at.meet('zoe', { ...city('Kraków'), emails: [] });

    const { sample } = await part(draft({ actions }));

    const told = sample.map(({ name, actions: all }) => [
      name,
      ...all.map(({ actionId: id, result, branch }) => `${id} ${result} ${branch ?? ''}`.trim()),
    ]);
    expect(told).toEqual([
      ['ada', 'wait does', 'fork does Old customers', 'out skips', 'enroll-1 does'],
      ['zoe', 'wait does', 'fork does', 'call does', 'enroll-1 skips'],
    ]);
    const blocks = sample[1]?.actions.at(-1)?.checks.filter(({ result }) => result === 'block');
    expect(blocks?.map(({ code }) => code)).toEqual(['hasAddress']);
  });

  test('counts with what the actions before it did', async () => {
    await at.meet('ada', city('Kraków'));
    const again = { ...anEnrollAction(), id: actionId('again') };
    const way = [
      aSetProperty('customer', 'yes'),
      actions[1],
      anEnrollAction(),
      again,
      anUnenrollAction('out-2'),
      { ...anEnrollAction(), id: actionId('third') },
    ];

    const { sample } = await part(draft({ actions: way }));

    expect(sample[0]?.actions.map(({ actionId: id, result }) => `${id} ${result}`)).toEqual([
      'set-customer does',
      'fork does',
      'out skips',
      'enroll-1 does',
      'again skips',
      'out-2 does',
      'third does',
    ]);
  });

  test('knows who is in a sequence already, and that leaving it comes first', async () => {
    const contact = await at.meet('ada', city('Kraków'));
    const [email = ''] = contact.emails;
    const enrolled = await enroll(at.world.life(), {
      person: { name: 'ada', emails: [email], properties: {} },
      sequenceId: sequenceId('sequence-1'),
      senderId: senderId('sender-1'),
      placeholders: {},
      accepted: ['quietTime'],
    });
    expect(enrolled.kind).toBe('enrolled');
    const results = async (...way: WorkflowDraft['actions']) =>
      (await part(draft({ actions: way }))).sample[0]?.actions.map(({ result }) => result);

    expect(await results(anEnrollAction())).toEqual(['skips']);
    expect(await results(anUnenrollAction(), anEnrollAction())).toEqual(['does', 'does']);
    // The same sequence again, so soon: somebody would have to be asked.
    at.world.settings = { ...at.world.settings, coolOffDays: 30 };
    expect(await results(anUnenrollAction(), anEnrollAction())).toEqual(['does', 'skips']);
  });

  test('is told of as many as are asked for, and no more', async () => {
    for (const id of ['a', 'b', 'c']) await at.meet(id, city('Kraków'));

    expect((await part(draft(), 2)).sample.map(({ name }) => name)).toEqual(['a', 'b']);
    expect((await part(draft(), 0)).sample).toEqual([]);
  });
});

test('a dry run changes nothing of what is stored', async () => {
  for (let index = 0; index < 30; index += 1) {
    await at.meet(`c${index}`, { ...city('Kraków'), importedAt: NOW });
  }
  await at.work();
  const before = await everythingStored(await at.world.database());
  const actions = [
    anEnrollAction({ allowColdLeads: true }),
    anUnenrollAction(),
    aTaskAction('call'),
    aSetProperty('city', 'Lublin'),
  ];

  const { sample } = await part(draft({ actions }), 20);

  expect(sample).toHaveLength(20);
  expect(sample.every(({ actions: all }) => all.every(({ result }) => result === 'does'))).toBe(
    true,
  );
  expect(await everythingStored(await at.world.database())).toEqual(before);
});
