import { expect, test } from 'vitest';
import type { Action } from '@/lib/domain/workflow/action';
import type { Workflow } from '@/lib/domain/workflow/workflow';
import type { WorkflowRunRow } from '@/lib/store/workflow-schema';
import { DAY, SECOND } from '@/lib/time/instant';
import { dyingConnection } from '@/test/support/dying-connection';
import { expectConsistent } from '@/test/support/expect-consistent';
import { turns } from '@/test/support/worker-world';
import {
  actionId,
  aFilter,
  anEnrollAction,
  aWorkflow,
  equals,
  groupsOf,
  workflowId,
  workflowSettings,
} from '@/test/support/workflow-builders';
import { createWorkflowWorld, type WorkflowWorld } from '@/test/support/workflow-world';
import { runWorkflows } from './run-workflows';

/** As many contacts in as many workflows are 1,000 runs. */
const CONTACTS = 250;
const never = new AbortController().signal;

const set = (id: string, property: string): Action => ({
  id: actionId(id),
  kind: 'setProperty',
  property,
  value: 'yes',
});
const task = (id: string): Action => ({
  id: actionId(id),
  kind: 'createTask',
  taskKind: 'call',
  title: id,
  dueInDays: 0,
});

/** Every such event counts: one that is seen twice may make a second run. */
const again = workflowSettings({ reenroll: { kind: 'on', triggers: [] } });

/** What each does sets off the next: an event that is lost or seen twice shows in the runs. */
const workflows: readonly Workflow[] = [
  aWorkflow({
    name: 'All of it',
    trigger: { kind: 'criteria', groups: [] },
    actions: [
      set('set', 'met'),
      task('call'),
      anEnrollAction({ id: actionId('enroll') }),
      { id: actionId('wait'), kind: 'delay', days: 1, minutes: 0 },
      { id: actionId('out'), kind: 'unenroll' },
      task('after'),
    ],
  }),
  aWorkflow({
    id: workflowId('workflow-2'),
    name: 'On enrolling',
    settings: again,
    trigger: { kind: 'event', event: { type: 'sequenceEnrolled' }, groups: [] },
    actions: [task('welcome'), set('mark', 'welcomed')],
  }),
  aWorkflow({
    id: workflowId('workflow-3'),
    name: 'On leaving',
    settings: again,
    trigger: { kind: 'event', event: { type: 'sequenceUnenrolled' }, groups: [] },
    actions: [set('bye', 'left')],
  }),
  aWorkflow({
    id: workflowId('workflow-4'),
    name: 'On a property',
    trigger: { kind: 'criteria', groups: groupsOf([aFilter('welcomed', equals('yes'))]) },
    actions: [task('thanks')],
  }),
];

test('killed at random points over 1,000 runs, a worker does each action exactly once', async () => {
  const w = await createWorkflowWorld();
  for (const workflow of workflows) await w.switchOn(workflow);
  for (let index = 0; index < CONTACTS; index += 1) await w.meet(`c${index}`);
  const random = seeded(20_261_124);

  let kills = 0;
  for (let days = 0; days < 3; days += 1) {
    while (await isAnythingDue(w)) {
      if (await lifeOf(w, random)) kills += 1;
      w.world.now += SECOND;
      // A person lets it go on whenever it asks.
      const { state } = await w.head(aWorkflow().id);
      if (state === 'held') await w.change(aWorkflow().id, { state: 'on', recent: [] });
    }
    w.world.now += DAY;
  }

  expect(kills).toBeGreaterThan(200);
  await expectEachOnce(w);
  await expectConsistent(w.world);
}, 120_000);

/** One worker, until it is killed or has nothing to do. @returns was it killed? */
async function lifeOf({ world }: WorkflowWorld, random: () => number): Promise<boolean> {
  // Mostly in the middle of a batch; long enough now and then to finish some.
  const requests = Math.ceil(random() * (random() < 0.95 ? 250 : 4_000));
  const { connection, died } = dyingConnection(world.database, requests);
  const work = runWorkflows({ ...world.life(), connection }, never).then(
    () => 'done' as const,
    // What still stirs in a killed worker is nobody's.
    () => died.then(() => 'killed' as const),
  );
  const end = await Promise.race([work, died.then(() => 'killed' as const)]);
  // Whatever was on its way to the disk has arrived or been taken back.
  await turns(5);
  return end === 'killed';
}

async function isAnythingDue({ world }: WorkflowWorld): Promise<boolean> {
  const database = await world.database();
  const due = IDBKeyRange.upperBound(world.now);
  const [events, runs, scans, held] = await Promise.all([
    database.count('workflowEvents'),
    database.countFromIndex('workflowRuns', 'due', due),
    database.countFromIndex('workflowScans', 'due', due),
    database.countFromIndex('workflowRuns', 'held'),
  ]);
  return events + runs + scans + held > 0;
}

async function expectEachOnce(w: WorkflowWorld): Promise<void> {
  const database = await w.world.database();
  const runs = await database.getAll('workflowRuns');
  const tasks = await database.getAll('tasks');
  const journal = await database.getAll('journal');
  const count = (code: string) => journal.filter((entry) => entry.code === code).length;

  expect(runs).toHaveLength(4 * CONTACTS);
  expect(new Set(runs.map(({ contactId, workflowId: id }) => `${id}/${contactId}`)).size).toBe(
    runs.length,
  );
  for (const workflow of workflows) {
    const own = runs.filter((run) => run.workflowId === workflow.id);
    for (const run of own) expect(doneIn(run)).toEqual(workflow.actions.map(({ id }) => id));
    const head = await w.head(workflow.id);
    const outcomes = own.flatMap(({ log }) => log.map(({ outcome }) => outcome.kind));
    expect(head).toMatchObject({
      state: 'on',
      inside: 0,
      entered: CONTACTS,
      enrolled: outcomes.filter((kind) => kind === 'enrolled').length,
      skipped: outcomes.filter((kind) => kind === 'skipped').length,
    });
  }
  // What was done, not only what was noted: every effect is there, and no effect twice.
  expect(tasks).toHaveLength(4 * CONTACTS);
  expect(new Set(tasks.map(({ contactId, title }) => `${contactId}/${title}`)).size).toBe(
    tasks.length,
  );
  expect(await database.count('enrollments')).toBe(CONTACTS);
  expect({
    entered: count('workflowEntered'),
    finished: count('workflowFinished'),
    enrolled: count('enrolled'),
    unenrolled: count('unenrolled'),
    set: count('propertySet'),
    tasks: count('taskCreated'),
    failed: count('workflowFailed'),
    skipped: count('workflowActionSkipped'),
  }).toEqual({
    entered: 4 * CONTACTS,
    finished: 4 * CONTACTS,
    enrolled: CONTACTS,
    unenrolled: CONTACTS,
    set: 3 * CONTACTS,
    tasks: 4 * CONTACTS,
    failed: 0,
    skipped: 0,
  });
}

function doneIn({ log, state }: WorkflowRunRow): readonly string[] {
  expect(state.kind).toBe('finished');
  return log.map((entry) => entry.actionId);
}

/** The same numbers in [0, 1) every time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
