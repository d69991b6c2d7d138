import { beforeEach, describe, expect, test } from 'vitest';
import type { WorkflowDraft } from '@/lib/domain/workflow/workflow';
import type { Parsed } from '@/lib/rpc/protocol';
import { sequenceId } from '@/test/support/builders';
import { everythingStored } from '@/test/support/everything-stored';
import { keepWorkflow } from '@/test/support/keep-workflow';
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

let at: WorkflowWorld;
beforeEach(async () => {
  at = await createWorkflowWorld();
  await at.meet('zoe', { properties: { stage: 'new', city: 'Kraków' } });
});

const save = (input: Parsed<'workflow.save'>) => saveWorkflow(at.world.life(), input);
const saved = (input: Parsed<'workflow.save'>) => keepWorkflow(at, input);
const revisions = async () => (await at.world.database()).getAll('workflowRevisions');
/** Does nothing that needs a reason. */
const tasks = (overrides: Partial<WorkflowDraft> = {}) =>
  aDraft({ actions: [aTaskAction('task-1')], ...overrides });

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
    expect(await (await at.world.database()).getAll('workflowScans')).toEqual([]);
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
    ['an action', { actions: [aSetProperty('createdate', '')] }, 'actions.0.property'],
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
