import { afterAll, beforeAll, expect, test } from 'vitest';
import { askWorker } from '../../support/ask-worker';
import { saveSequence } from '../../support/save-sequence';
import { until } from '../../support/until';
import {
  aPerson,
  enrollIn,
  equalTo,
  type WorkflowWorld,
  whenStageIs,
  workWithWorkflows,
} from './workflow-world';

/** The warnings of the article, when contacts should not be enrolled by a workflow. */
let world: WorkflowWorld;
let sequence: string;
beforeAll(async () => {
  world = await workWithWorkflows();
  sequence = await saveSequence(world.work.options.page, { name: 'Demo' });
  await world.importPeople([aPerson('Zoe First', { stage: 'none' })]);
});
afterAll(() => world?.work.close());

const page = () => world.work.options.page;
const by = () => ({ senderId: world.senderId });
const headOf = async (id: string) =>
  (await world.rows.all('workflows')).find((one) => one.id === id);
const crowd = (count: number, stage: string) =>
  Array.from({ length: count }, (_, index) => aPerson(`${stage} ${index}`, { stage }));
const codesOf = async (input: Parameters<WorkflowWorld['switchOn']>[0]) => {
  const answer = await world.switchOn(input);
  return answer.kind === 'refused' ? answer.findings.map(({ code }) => code) : answer.kind;
};
const enrolledBy = async (id: string) => (await headOf(id))?.enrolled;

test('freshly imported cold leads: switching on warns, and they are skipped unless they are wanted', async () => {
  await world.importPeople([aPerson('Cold Lead', { stage: 'cold' })]);
  const wary = enrollIn(sequence, by(), { allowColdLeads: false });
  const saved = await world.save({ trigger: whenStageIs('cold'), actions: [wary] });

  expect(await codesOf({ ...saved, existing: true })).toContain('coldLeads');

  const reasons = { coldLeads: 'They asked for it at the fair' };
  expect(await codesOf({ ...saved, existing: true, reasons })).toBe('switched');
  const run = await world.finished(saved.id, 'cold.lead@example.com');
  expect(run.log[0]?.outcome).toMatchObject({ kind: 'skipped', codes: ['coldLead'] });
});

test('the reason for switching on against a warning is kept in the journal', async () => {
  const journal = await world.rows.all('journal');

  expect(journal.filter(({ code }) => code === 'workflowSwitchedOn').at(-1)?.params).toMatchObject({
    reasons: 'coldLeads: They asked for it at the fair',
  });
});

test('impersonal criteria such as “create date is today” ask for a reason', async () => {
  const today = {
    filterType: 'PROPERTY',
    property: 'createdate',
    operation: {
      operationType: 'CALENDAR_DATE',
      operator: 'IN_THIS_TIME_UNIT',
      timeUnit: 'DAY',
    },
  } as const;
  const saved = await world.save({
    trigger: { kind: 'criteria', groups: [{ filters: [today] }] },
    actions: [enrollIn(sequence, by())],
  });

  expect(await codesOf({ ...saved, existing: false })).toContain('impersonal');
  expect(await headOf(saved.id)).toMatchObject({ state: 'off' });
});

test('a sequence with placeholder tokens asks for a reason', async () => {
  const asking = await saveSequence(page(), {
    name: 'Asks',
    steps: [
      {
        kind: 'automatedEmail',
        delay: { days: 0, minutes: 0 },
        subject: 'A question',
        body: '{{placeholder:why now}}',
      },
    ],
  });
  const saved = await world.save({
    trigger: whenStageIs('none of them'),
    actions: [enrollIn(asking, by())],
  });

  expect(await codesOf({ ...saved, existing: false })).toContain('placeholders');
});

test('two workflows that would fight ask for a reason', async () => {
  await world.on({
    name: 'Into it',
    trigger: whenStageIs('fought over'),
    actions: [enrollIn(sequence, by())],
  });
  const saved = await world.save({
    name: 'Out of it',
    trigger: whenStageIs('fought over'),
    actions: [{ id: 'out', kind: 'unenroll' }],
  });

  expect(await codesOf({ ...saved, existing: false })).toContain('fights');
});

test('more than 100 contacts are estimated before switch-on, which asks for a reason', async () => {
  await world.importPeople(crowd(104, 'crowd'));
  const saved = await world.save({
    name: 'A crowd',
    trigger: whenStageIs('crowd'),
    actions: [enrollIn(sequence, by())],
  });

  const answer = await world.switchOn({ ...saved, existing: true });

  expect(answer).toMatchObject({
    kind: 'refused',
    findings: expect.arrayContaining([
      expect.objectContaining({ code: 'tooMany', params: { matched: 104, limit: 100 } }),
    ]),
  });
  expect(await headOf(saved.id)).toMatchObject({ state: 'off' });
});

test('a workflow that has enrolled 100 contacts in 24 hours holds and asks', async () => {
  const crowded = (await world.rows.all('workflows')).find(({ name }) => name === 'A crowd');
  if (crowded === undefined) throw new Error('the workflow of the test before is missing');
  const { id, revision } = crowded;
  const reasons = { tooMany: 'A campaign', coldLeads: 'A campaign' };
  expect(await codesOf({ id, revision, existing: true, reasons })).toBe('switched');

  await until(
    () => headOf(id),
    (head) => head?.state === 'held',
  );
  await world.settled();

  expect(await enrolledBy(id)).toBe(100);
  const runs = (await world.rows.all('workflowRuns')).filter((run) => run.workflowId === id);
  expect(runs.filter(({ state }) => state.kind === 'held')).toHaveLength(4);
});

test('released with a reason it goes on with those who waited, each once', async () => {
  const id = (await world.rows.all('workflows')).find(({ state }) => state === 'held')?.id ?? '';

  await askWorker(page(), 'workflow.release', { id, reason: 'Looked at the list' });

  await until(
    () => enrolledBy(id),
    (enrolled) => enrolled === 104,
  );
  const enrollments = (await world.rows.all('enrollments')).filter(({ to }) =>
    to.startsWith('crowd.'),
  );
  expect(new Set(enrollments.map(({ to }) => to)).size).toBe(104);
  expect(enrollments).toHaveLength(104);
  expect(await headOf(id)).toMatchObject({ state: 'on' });
});

test('without a warning it is switched on without a question', async () => {
  const saved = await world.save({
    name: 'Personal',
    trigger: {
      kind: 'criteria',
      groups: [{ filters: [equalTo('stage', 'asked'), equalTo('city', 'Gdynia')] }],
    },
    actions: [enrollIn(sequence, by())],
  });

  expect(await codesOf({ ...saved, existing: false })).toBe('switched');
});

test('a contact that is already inside is not taken a second time', async () => {
  const id = await world.on({
    name: 'Waits a day',
    trigger: whenStageIs('waits'),
    settings: {
      zone: 'Europe/Warsaw',
      reenroll: { kind: 'on', triggers: whenStageIs('waits').groups },
      unenrollWhenNotMatching: false,
      suppressed: [],
      pauseDates: [],
    },
    actions: [{ id: 'wait', kind: 'delay', days: 1, minutes: 0 }, enrollIn(sequence, by())],
  });

  for (const stage of ['waits', 'other', 'waits']) {
    await world.importPeople([aPerson('Mia Olsen', { stage })]);
    await world.settled();
  }

  const runs = (await world.rows.all('workflowRuns')).filter((run) => run.workflowId === id);
  expect(runs).toHaveLength(1);
  expect(runs[0]).toMatchObject({ state: { kind: 'active' }, next: 'enroll' });
});
