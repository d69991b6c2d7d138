import { beforeEach, describe, expect, test } from 'vitest';
import type { WorkflowDraft } from '@/lib/domain/workflow/workflow';
import type { Parsed } from '@/lib/rpc/protocol';
import { HOUR } from '@/lib/time/instant';
import { contactId, sequenceId } from '@/test/support/builders';
import { everythingStored } from '@/test/support/everything-stored';
import {
  aDraft,
  aFilter,
  anEnrollAction,
  aSetProperty,
  aTaskAction,
  equals,
  groupsOf,
  workflowId,
  workflowSettings,
} from '@/test/support/workflow-builders';
import { createWorkflowWorld, type WorkflowWorld } from '@/test/support/workflow-world';
import { deleteWorkflow } from './delete-workflow';
import { saveWorkflow } from './save-workflow';
import { switchOn } from './switch-workflow';

let at: WorkflowWorld;
beforeEach(async () => {
  at = await createWorkflowWorld();
  await at.meet('zoe', { properties: { stage: 'new', city: 'Kraków' } });
});

const save = (input: Parsed<'workflow.save'>) => saveWorkflow(at.world.life(), input);
async function saved(input: Parsed<'workflow.save'>) {
  const outcome = await save(input);
  if (outcome.kind !== 'saved') throw new Error(JSON.stringify(outcome));
  return outcome;
}
const revisions = async () => (await at.world.database()).getAll('workflowRevisions');
const scans = async () => (await at.world.database()).getAll('workflowScans');
const criteria = (city: string): WorkflowDraft['trigger'] => ({
  kind: 'criteria',
  groups: groupsOf([aFilter('city', equals(city))]),
});
/** Does nothing that needs a reason. */
const tasks = (overrides: Partial<WorkflowDraft> = {}) =>
  aDraft({ actions: [aTaskAction('task-1')], ...overrides });
async function running(draft: WorkflowDraft, existing = false) {
  const { id } = await saved({ draft });
  const input = { id, revision: 1, existing, reasons: {} };
  expect(await switchOn(at.world.life(), input)).toEqual({ kind: 'switched' });
  return id;
}

describe('saving a workflow', () => {
  test('makes its first revision, which is off', async () => {
    const outcome = await saved({ draft: aDraft({ boundTo: sequenceId('sequence-7') }) });

    expect(outcome).toMatchObject({ kind: 'saved', revision: 1 });
    expect(await at.head(outcome.id)).toMatchObject({
      name: 'Demo requests',
      revision: 1,
      state: 'off',
      sequenceIds: ['sequence-1', 'sequence-7'],
      inside: 0,
    });
    expect(await at.journal('workflowSaved')).toEqual([{ workflow: 'Demo requests', revision: 1 }]);
    expect(await scans()).toEqual([]);
  });

  test('is kept with what still stands against switching it on', async () => {
    const draft = aDraft({ actions: [anEnrollAction({ sequenceId: sequenceId('gone') })] });

    expect((await saved({ draft })).findings).toContainEqual({
      code: 'sequenceMissing',
      severity: 'error',
      stops: 'switchOn',
      place: 'actions.0.sequenceId',
      params: {},
    });
  });

  test('makes the next revision and leaves those before as they were', async () => {
    const { id } = await saved({ draft: aDraft() });
    const next = await saved({ id, basedOn: 1, draft: aDraft({ name: 'Demos' }) });

    expect(next.revision).toBe(2);
    expect((await revisions()).map(({ name }) => name)).toEqual(['Demo requests', 'Demos']);
    expect(await at.head(id)).toMatchObject({ name: 'Demos', revision: 2 });
  });
});

describe('a workflow that cannot be kept', () => {
  test('names the property that nobody has, and where it stands', async () => {
    const before = await everythingStored(await at.world.database());
    const trigger = {
      kind: 'criteria',
      groups: groupsOf(
        [aFilter('city', equals('Kraków'))],
        [aFilter('email', equals('x')), aFilter('stagee', equals('demo'))],
      ),
    } as const;

    expect(await save({ draft: aDraft({ trigger }) })).toEqual({
      kind: 'invalid',
      findings: [
        {
          code: 'unknownProperty',
          severity: 'error',
          stops: 'save',
          place: 'trigger.groups.1.filters.1',
          params: { property: 'stagee' },
        },
      ],
    });
    expect(await everythingStored(await at.world.database())).toEqual(before);
  });

  test.each([
    ['an action', { actions: [aSetProperty('colour', 'red')] }, 'actions.0.property'],
    [
      'whose owner sends',
      {
        actions: [
          anEnrollAction({ sender: { type: 'CONTACT_OWNER', contactOwnerProperty: 'boss' } }),
        ],
      },
      'actions.0.sender',
    ],
    [
      'a date to go by',
      {
        trigger: {
          kind: 'schedule',
          schedule: {
            type: 'PROPERTY_BASED',
            dateProperty: 'birthday',
            daysDelta: 0,
            yearly: true,
            minute: 540,
          },
          groups: [],
        },
      },
      'trigger.schedule.dateProperty',
    ],
    [
      'what enrolls again',
      {
        settings: workflowSettings({
          reenroll: { kind: 'on', triggers: groupsOf([aFilter('colour', equals('red'))]) },
        }),
      },
      'settings.reenroll.triggers.0.filters.0',
    ],
  ] as const)('says so of %s as well', async (_what, overrides, place) => {
    const outcome = await save({ draft: aDraft(overrides) });

    expect(outcome).toMatchObject({ kind: 'invalid', findings: [{ place }] });
  });

  test('sees a property of the last of very many contacts', async () => {
    for (let index = 0; index < 1_100; index += 1) await at.meet(`c${10_000 + index}`);
    await at.meet('zz-last', { properties: { shoe_size: '38' } });
    const groups = groupsOf([aFilter('shoe_size', equals('38'))]);

    const outcome = await save({ draft: tasks({ trigger: { kind: 'criteria', groups } }) });

    expect(outcome.kind).toBe('saved');
  });
});

describe('one workflow in two tabs', () => {
  test('the second one hears that there is a newer revision, and overwrites nothing', async () => {
    const { id } = await saved({ draft: aDraft() });
    await saved({ id, basedOn: 1, draft: aDraft({ name: 'First tab' }) });
    const before = await everythingStored(await at.world.database());

    const second = await save({ id, basedOn: 1, draft: aDraft({ name: 'Second tab' }) });

    expect(second).toEqual({ kind: 'conflict', revision: 2 });
    expect(await everythingStored(await at.world.database())).toEqual(before);
  });

  test('of two that save at once, one is kept', async () => {
    const { id } = await saved({ draft: aDraft() });

    const outcomes = await Promise.all(
      ['First', 'Second', 'Third'].map((name) => save({ id, basedOn: 1, draft: aDraft({ name }) })),
    );

    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['conflict', 'conflict', 'saved']);
    expect(await revisions()).toHaveLength(2);
    expect(await at.journal('workflowSaved')).toHaveLength(2);
  });

  test('who does not say what was edited does not overwrite it', async () => {
    const { id } = await saved({ draft: aDraft() });

    expect(await save({ id, draft: aDraft() })).toEqual({ kind: 'conflict', revision: 1 });
  });

  test('what was deleted meanwhile is missing, and so is what never was', async () => {
    const { id } = await saved({ draft: aDraft() });
    await deleteWorkflow(at.world.life(), id);

    expect(await save({ id, basedOn: 1, draft: aDraft() })).toEqual({ kind: 'missing' });
    const never = workflowId('never');
    expect(await save({ id: never, basedOn: 1, draft: aDraft() })).toEqual({ kind: 'missing' });
  });
});

describe('saving a workflow that is on', () => {
  test('contacts that are in it go on with the revision that they began with', async () => {
    const draft = tasks({
      trigger: criteria('Kraków'),
      actions: [
        { ...aTaskAction('wait'), kind: 'delay', days: 0, minutes: 60 },
        aTaskAction('task-1', 'Old'),
      ],
    });
    const id = await running(draft, true);
    await at.work();
    const changed = { ...draft, actions: [aTaskAction('task-2', 'New')] };
    await saved({ id, basedOn: 1, draft: changed });
    await at.meet('ada', { properties: { city: 'Kraków' } });
    at.world.now += 2 * HOUR;
    await at.work();

    const done = await (await at.world.database()).getAll('tasks');
    expect(done.map(({ contactId, title }) => `${contactId}: ${title}`).sort()).toEqual([
      'ada: New',
      'zoe: Old',
    ]);
  });

  test('enrolls nobody only because the criteria are others now', async () => {
    const id = await running(tasks({ trigger: criteria('Lublin') }));
    await at.work();
    await saved({ id, basedOn: 1, draft: tasks({ trigger: criteria('Kraków') }) });
    expect((await at.head(id)).state).toBe('starting');
    await at.work();
    await at.setProperties(contactId('zoe'), { stage: 'demo' });
    await at.meet('ada', { properties: { city: 'Kraków' } });
    await at.work();

    expect(await at.runs()).toEqual(['ada: finished']);
    expect((await at.head(id)).state).toBe('on');
  });

  test('whoever matches at switch-on is still enrolled, by the criteria as they are now', async () => {
    const id = await running(tasks({ trigger: criteria('Lublin') }), true);
    await saved({ id, basedOn: 1, draft: tasks({ trigger: criteria('Kraków') }) });
    await at.work();

    expect(await at.runs()).toEqual(['zoe: finished']);
  });

  test('moves the time at which its schedule comes', async () => {
    const daily = (minute: number) =>
      tasks({ trigger: { kind: 'schedule', schedule: { type: 'DAILY', minute }, groups: [] } });
    const id = await running(daily(600));
    const [before] = await scans();
    await saved({ id, basedOn: 1, draft: daily(660) });
    const [after] = await scans();

    expect([before?.kind, (after?.dueAt ?? 0) - (before?.dueAt ?? 0)]).toEqual(['schedule', HOUR]);
  });

  test('another name alone looks at nobody anew', async () => {
    const id = await running(tasks({ trigger: criteria('Kraków') }));
    await at.work();
    await saved({ id, basedOn: 1, draft: tasks({ name: 'Other', trigger: criteria('Kraków') }) });

    expect(await scans()).toEqual([]);
    expect((await at.head(id)).state).toBe('on');
  });

  test('a workflow that holds goes on holding', async () => {
    const id = await running(tasks({ trigger: criteria('Kraków') }));
    await at.work();
    await at.change(id, { state: 'held' });
    await saved({ id, basedOn: 1, draft: tasks({ trigger: criteria('Lublin') }) });
    await at.work();

    expect((await at.head(id)).state).toBe('held');
  });

  test('is refused what nobody was asked about, and takes it once it is off', async () => {
    const id = await running(tasks({ trigger: criteria('Kraków') }));
    const draft = tasks({ trigger: criteria('Kraków'), actions: [] });

    expect(await save({ id, basedOn: 1, draft })).toMatchObject({
      kind: 'invalid',
      running: true,
      findings: [{ code: 'noActions' }],
    });
    expect((await at.head(id)).revision).toBe(1);
    await at.change(id, { state: 'off' });
    expect((await saved({ id, basedOn: 1, draft })).revision).toBe(2);
  });
});
