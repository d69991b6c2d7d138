import { beforeEach, describe, expect, test } from 'vitest';
import type { WorkflowDraft } from '@/lib/domain/workflow/workflow';
import { HOUR } from '@/lib/time/instant';
import { contactId } from '@/test/support/builders';
import { keepWorkflow } from '@/test/support/keep-workflow';
import {
  aDelay,
  aDraft,
  aFilter,
  aTaskAction,
  equals,
  groupsOf,
} from '@/test/support/workflow-builders';
import { createWorkflowWorld, type WorkflowWorld } from '@/test/support/workflow-world';
import { saveWorkflow } from './save-workflow';
import { switchOn } from './switch-workflow';

let at: WorkflowWorld;
beforeEach(async () => {
  at = await createWorkflowWorld();
  await at.meet('zoe', { properties: { stage: 'new', city: 'Kraków' } });
});

type Input = Parameters<typeof keepWorkflow>[1];
const save = (input: Input) => saveWorkflow(at.world.life(), input);
const saved = (input: Input) => keepWorkflow(at, input);
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

describe('saving a workflow that is on', () => {
  test('contacts that are in it go on with the revision that they began with', async () => {
    const draft = tasks({
      trigger: criteria('Kraków'),
      actions: [aDelay('wait', 0, 60), aTaskAction('task-1', 'Old')],
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
