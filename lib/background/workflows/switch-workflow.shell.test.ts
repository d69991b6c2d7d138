import { beforeEach, describe, expect, test } from 'vitest';
import type { WorkflowId } from '@/lib/domain/ids';
import type { WorkflowDraft } from '@/lib/domain/workflow/workflow';
import type { Parsed } from '@/lib/rpc/protocol';
import { HOUR } from '@/lib/time/instant';
import { NOW, sequenceId } from '@/test/support/builders';
import { everythingStored } from '@/test/support/everything-stored';
import { keepWorkflow } from '@/test/support/keep-workflow';
import {
  aDraft,
  aFilter,
  anEnrollAction,
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
  await at.meet('zoe', { properties: { city: 'Kraków' } });
});

const saved = async (draft: WorkflowDraft) => (await keepWorkflow(at, { draft })).id;
type Asked = Partial<Omit<Parsed<'workflow.switchOn'>, 'id'>>;
const on = (id: WorkflowId, asked: Asked = {}) =>
  switchOn(at.world.life(), { id, revision: 1, existing: false, reasons: {}, ...asked });
const scans = async () => (await at.world.database()).getAll('workflowScans');
const inKrakow: WorkflowDraft['trigger'] = {
  kind: 'criteria',
  groups: groupsOf([aFilter('city', equals('Kraków'))]),
};
const tasks = (overrides: Partial<WorkflowDraft> = {}) =>
  aDraft({ trigger: inKrakow, actions: [aTaskAction('task-1')], ...overrides });
const enrolling = (overrides: Partial<WorkflowDraft> = {}) =>
  aDraft({ trigger: inKrakow, ...overrides });
/** Imported today; nobody has heard of them since. */
async function coldLeads(count: number) {
  for (let index = 0; index < count; index += 1) {
    await at.meet(`lead${index}`, { properties: { city: 'Kraków' }, importedAt: NOW });
  }
}

describe('switching a workflow on', () => {
  test('for those who will match notes who matches already, and is on after that', async () => {
    const id = await saved(tasks());

    expect(await on(id)).toEqual({ kind: 'switched' });
    expect((await at.head(id)).state).toBe('starting');
    expect(await scans()).toMatchObject([{ kind: 'baseline', dueAt: NOW, workflowId: id }]);
    await at.work();
    expect((await at.head(id)).state).toBe('on');
    expect(await at.runs()).toEqual([]);
    expect(await at.journal('workflowSwitchedOn')).toEqual([
      { workflow: 'Demo requests', reasons: '' },
    ]);
  });

  test('for those who match already enrolls them', async () => {
    const id = await saved(tasks());
    await on(id, { existing: true });
    await at.work();

    expect(await at.runs()).toEqual(['zoe: finished']);
  });

  test('looks again every hour where time alone makes somebody match', async () => {
    const days = { operationType: 'ROLLING_DATE_RANGE', numberOfDays: 3 } as const;
    const old = {
      ...days,
      operator: 'IS_MORE_THAN_X_DAYS_AGO',
      includeObjectsWithNoValueSet: false,
    } as const;
    const groups = groupsOf([aFilter('createdate', old), aFilter('city', equals('Kraków'))]);
    await on(await saved(tasks({ trigger: { kind: 'criteria', groups } })));

    expect(await scans()).toMatchObject([
      { kind: 'baseline', dueAt: NOW },
      { kind: 'sweep', dueAt: NOW + HOUR },
    ]);
  });

  test('waits for the time of its schedule, by its own clock', async () => {
    const trigger: WorkflowDraft['trigger'] = {
      kind: 'schedule',
      schedule: { type: 'WEEKLY', daysOfWeek: [3], minute: 9 * 60 },
      groups: inKrakow.groups,
    };
    const id = await saved(tasks({ trigger }));
    await on(id);

    expect((await at.head(id)).state).toBe('on');
    expect(await scans()).toMatchObject([
      { kind: 'schedule', dueAt: Date.parse('2026-11-25T08:00:00Z') },
    ]);
  });

  test('waits for its event and for nothing else', async () => {
    const event = { type: 'emailReplied' } as const;
    const id = await saved(tasks({ trigger: { kind: 'event', event, groups: [] } }));
    await on(id, { existing: true });

    expect((await at.head(id)).state).toBe('on');
    expect(await scans()).toEqual([]);
  });

  test('twice is once', async () => {
    const id = await saved(tasks());
    await on(id);
    await at.work();

    expect(await on(id, { existing: true })).toEqual({ kind: 'switched' });
    expect(await scans()).toEqual([]);
    expect(await at.journal('workflowSwitchedOn')).toHaveLength(1);
  });

  test('does not let a workflow go on that holds', async () => {
    const id = await saved(tasks());
    await on(id);
    await at.change(id, { state: 'held' });
    await on(id);

    expect((await at.head(id)).state).toBe('held');
  });
});

describe('a workflow that may not be switched on', () => {
  test('was changed since somebody looked at it', async () => {
    const id = await saved(tasks());
    await saveWorkflow(at.world.life(), { id, basedOn: 1, draft: tasks({ name: 'Newer' }) });
    const before = await everythingStored(await at.world.database());

    expect(await on(id)).toEqual({ kind: 'conflict', revision: 2 });
    expect(await everythingStored(await at.world.database())).toEqual(before);
  });

  test('is not there, or no more', async () => {
    const id = await saved(tasks());
    await deleteWorkflow(at.world.life(), id);

    expect(await on(id)).toEqual({ kind: 'missing' });
    expect(await on(workflowId('never'))).toEqual({ kind: 'missing' });
  });

  test('has an error, which no reason explains away', async () => {
    const id = await saved(
      enrolling({ actions: [anEnrollAction({ sequenceId: sequenceId('gone') })] }),
    );
    const before = await everythingStored(await at.world.database());

    const outcome = await on(id, { reasons: { sequenceMissing: 'I know.' } });

    expect(outcome).toMatchObject({ kind: 'refused', findings: [{ code: 'sequenceMissing' }] });
    expect(await everythingStored(await at.world.database())).toEqual(before);
  });

  test('says nothing that is about a person', async () => {
    const trigger = { kind: 'criteria', groups: [] } as const;
    const id = await saved(enrolling({ trigger }));

    expect(await on(id)).toMatchObject({ kind: 'refused', findings: [{ code: 'impersonal' }] });
    expect((await at.head(id)).state).toBe('off');
    expect(await on(id, { reasons: { impersonal: 'All of them asked.' } })).toEqual({
      kind: 'switched',
    });
    expect(await at.journal('workflowSwitchedOn')).toEqual([
      { workflow: 'Demo requests', reasons: 'impersonal: All of them asked.' },
    ]);
  });
});

describe('the dry run at switch-on', () => {
  test('counts whom it would enroll at once, and asks for a reason above a hundred', async () => {
    for (let index = 0; index < 600; index += 1) {
      await at.meet(`c${index}`, { properties: { city: 'Kraków' } });
    }
    const id = await saved(enrolling());

    expect(await on(id, { existing: true })).toEqual({
      kind: 'refused',
      findings: [
        {
          code: 'tooMany',
          severity: 'warn',
          stops: 'switchOn',
          place: 'trigger',
          params: { matched: 601, limit: 100 },
        },
      ],
    });
    expect(await on(id)).toEqual({ kind: 'switched' });
  });

  test('asks for a reason where cold leads match, and keeps every reason', async () => {
    await coldLeads(101);
    const id = await saved(enrolling());

    const asked = await on(id, { existing: true });
    expect(asked).toMatchObject({
      kind: 'refused',
      findings: [{ code: 'tooMany' }, { code: 'coldLeads', params: { cold: 101, matched: 102 } }],
    });
    const half = await on(id, { existing: true, reasons: { tooMany: 'They wait for us.' } });
    expect(half).toMatchObject({ kind: 'refused', findings: [{ code: 'coldLeads' }] });
    const reasons = { tooMany: 'They wait for us.', coldLeads: 'We met at a fair.' };
    expect(await on(id, { existing: true, reasons })).toEqual({ kind: 'switched' });
    expect(await at.journal('workflowSwitchedOn')).toMatchObject([
      { reasons: 'tooMany: They wait for us.; coldLeads: We met at a fair.' },
    ]);
  });

  test('leaves out whom the workflow never takes', async () => {
    await coldLeads(3);
    const suppressed = ['lead0@lead0.example.com', '@lead1.example.com', '@lead2.example.com'];
    const id = await saved(enrolling({ settings: workflowSettings({ suppressed }) }));

    expect(await on(id, { existing: true })).toEqual({ kind: 'switched' });
  });
});
