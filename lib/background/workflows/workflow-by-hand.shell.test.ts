import { beforeEach, describe, expect, test } from 'vitest';
import type { Contact } from '@/lib/domain/contact/contact';
import type { WorkflowRunId } from '@/lib/domain/ids';
import { DAY } from '@/lib/time/instant';
import { contactId, NOW } from '@/test/support/builders';
import {
  aDelay,
  anEnrollAction,
  aTaskAction,
  aWorkflow,
  runId,
  workflowId,
  workflowSettings,
} from '@/test/support/workflow-builders';
import { createWorkflowWorld, type WorkflowWorld } from '@/test/support/workflow-world';
import { deleteWorkflow } from './delete-workflow';
import { enterByHand } from './enter-by-hand';
import { leaveWorkflow } from './leave-workflow';
import { releaseWorkflow } from './release-workflow';

const DEMO = workflowId('workflow-1');

let at: WorkflowWorld;
let ada: Contact;
beforeEach(async () => {
  at = await createWorkflowWorld();
  ada = await at.meet('ada');
});

/** Nobody matches it. */
const workflow = (overrides: Parameters<typeof aWorkflow>[0] = {}) =>
  aWorkflow({ actions: [aDelay('wait', 1), aTaskAction('call')], ...overrides });
const enter = (id = DEMO, contact = ada.id) =>
  enterByHand(at.world.life(), { id, contactId: contact });
async function entered(): Promise<WorkflowRunId> {
  const outcome = await enter();
  if (outcome.kind !== 'entered') throw new Error(JSON.stringify(outcome));
  return outcome.runId;
}

describe('entering by hand', () => {
  test('asks for no criteria, and the contact goes through it like any other', async () => {
    await at.switchOn(workflow());
    await at.work();
    await entered();
    await at.work();
    expect(await at.runs()).toEqual(['ada: active']);
    at.world.now += DAY;
    await at.work();

    expect(await at.runs()).toEqual(['ada: finished']);
    expect(await at.head(DEMO)).toMatchObject({ entered: 1, inside: 0 });
    expect(await at.journal('workflowEntered')).toMatchObject([{ cause: 'manual' }]);
  });

  test('may come again, but not while the contact is inside', async () => {
    await at.switchOn(workflow());
    await at.work();
    const first = await entered();

    expect(await enter()).toEqual({ kind: 'refused', reason: 'inside' });
    await leaveWorkflow(at.world.life(), first);
    expect((await enter()).kind).toBe('entered');
  });

  test('is refused to whoever is on the suppression list', async () => {
    const settings = workflowSettings({ suppressed: ['@ada.example.com'] });
    await at.switchOn(workflow({ settings }));

    expect(await enter()).toEqual({ kind: 'refused', reason: 'suppressed' });
    expect(await at.runs()).toEqual([]);
  });

  test('is refused while the workflow is off, and for nobody', async () => {
    await at.switchOn(workflow());

    expect(await enter(DEMO, contactId('nobody'))).toEqual({
      kind: 'refused',
      reason: 'noContact',
    });
    await at.change(DEMO, { state: 'off' });
    expect(await enter()).toEqual({ kind: 'refused', reason: 'off' });
  });

  test('finds no workflow that was deleted, or never was', async () => {
    await at.switchOn(workflow());
    await deleteWorkflow(at.world.life(), DEMO);

    expect(await enter()).toEqual({ kind: 'missing' });
    expect(await enter(workflowId('never'))).toEqual({ kind: 'missing' });
  });

  test('twice at once is once', async () => {
    await at.switchOn(workflow());
    const outcomes = await Promise.all([enter(), enter()]);

    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['entered', 'refused']);
    expect(await at.head(DEMO)).toMatchObject({ entered: 1, inside: 1 });
  });
});

describe('taking a contact out by hand', () => {
  test('ends it there, once', async () => {
    await at.switchOn(workflow());
    const run = await entered();
    await leaveWorkflow(at.world.life(), run);
    await leaveWorkflow(at.world.life(), run);
    at.world.now += 2 * DAY;
    await at.work();

    expect(await at.runs()).toEqual(['ada: unenrolled']);
    expect(await at.head(DEMO)).toMatchObject({ entered: 1, inside: 0 });
    expect(await at.journal('workflowLeft')).toEqual([
      { workflow: 'Demo requests', reason: 'manual' },
    ]);
    expect(await (await at.world.database()).getAll('tasks')).toEqual([]);
  });

  test('of a run that nobody knows does nothing', async () => {
    await leaveWorkflow(at.world.life(), runId('never'));

    expect(await at.runs()).toEqual([]);
  });
});

describe('a workflow that holds', () => {
  test('goes on with who waits in it once a person says so, and the reason is kept', async () => {
    await at.switchOn(workflow({ actions: [anEnrollAction()] }));
    await at.work();
    await at.change(DEMO, { recent: Array.from({ length: 100 }, () => NOW) });
    await entered();
    await at.work();
    expect(await at.runs()).toEqual(['ada: held']);
    expect((await at.head(DEMO)).state).toBe('held');
    await releaseWorkflow(at.world.life(), { id: DEMO, reason: 'A fair.' });
    await at.work();

    expect(await at.runs()).toEqual(['ada: finished']);
    expect(await at.head(DEMO)).toMatchObject({ state: 'on', enrolled: 1, recent: [NOW] });
    expect(await at.journal('workflowReleased')).toEqual([
      { workflow: 'Demo requests', reason: 'A fair.' },
    ]);
  });

  test('one that does not hold is not released', async () => {
    await at.switchOn(workflow());
    await at.work();
    await at.change(DEMO, { recent: [NOW] });
    await releaseWorkflow(at.world.life(), { id: DEMO, reason: 'Why not?' });
    await releaseWorkflow(at.world.life(), { id: workflowId('never'), reason: 'Why not?' });

    expect(await at.head(DEMO)).toMatchObject({ state: 'on', recent: [NOW] });
    expect(await at.journal('workflowReleased')).toEqual([]);
  });
});

test('the contacts of a deleted workflow leave it, and its history stays', async () => {
  await at.switchOn(workflow());
  await entered();
  await deleteWorkflow(at.world.life(), DEMO);
  await deleteWorkflow(at.world.life(), DEMO);
  at.world.now += 2 * DAY;
  await at.work();

  expect(await at.runs()).toEqual(['ada: unenrolled']);
  expect(await at.head(DEMO)).toMatchObject({ state: 'deleted', inside: 0 });
  expect(await at.journal('workflowDeleted')).toEqual([{ workflow: 'Demo requests' }]);
  expect(await at.journal('workflowLeft')).toMatchObject([{ reason: 'workflowDeleted' }]);
  const database = await at.world.database();
  expect(await database.getAll('workflowScans')).toEqual([]);
  expect(await database.getAll('workflowRevisions')).toHaveLength(1);
  expect(await database.getAll('tasks')).toEqual([]);
});
