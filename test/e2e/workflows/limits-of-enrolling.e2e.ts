import { afterAll, beforeAll, expect, test } from 'vitest';
import { askWorker } from '../../support/ask-worker';
import { saveSequence } from '../../support/save-sequence';
import { REP } from '../../support/world';
import {
  aPerson,
  createTask,
  enrollIn,
  type WorkflowWorld,
  whenStageIs,
  workWithWorkflows,
} from './workflow-world';

/** The limits of the article about enrolling with workflows, each by its own sentence. */
let world: WorkflowWorld;
let sequence: string;
beforeAll(async () => {
  world = await workWithWorkflows();
  sequence = await saveSequence(world.work.options.page, { name: 'Demo' });
  // A property that nobody has is a mistake in a filter, and refused.
  await world.importPeople([aPerson('Zoe First', { stage: 'none', owner_email: REP.email })]);
});
afterAll(() => world?.work.close());

const page = () => world.work.options.page;
const by = () => ({ senderId: world.senderId });
const enrollmentsOf = async (address: string) =>
  (await world.rows.all('enrollments')).filter(({ to }) => to === address);
const tasksOf = async (address: string) => {
  const id = await world.contactId(address);
  return (await world.rows.all('tasks')).filter(({ contactId }) => contactId === id);
};
const outcomes = ({ log }: Awaited<ReturnType<WorkflowWorld['finished']>>) =>
  log.map(({ outcome }) => outcome);

test('the first email of a contact that a workflow enrolls leaves at once', async () => {
  const id = await world.on({
    name: 'At once',
    trigger: whenStageIs('at once'),
    actions: [enrollIn(sequence, by())],
  });

  await world.importPeople([aPerson('Ada Kowalska', { stage: 'at once' })]);

  const run = await world.finished(id, 'ada.kowalska@example.com');
  expect(outcomes(run)).toMatchObject([{ kind: 'enrolled', sequence: 'Demo' }]);
  await expect.poll(() => world.work.sent(), { timeout: 30_000 }).toHaveLength(1);
});

test('a contact can only be in one sequence at a time: the action is skipped', async () => {
  const other = await saveSequence(page(), { name: 'Another' });
  const id = await world.on({
    name: 'One at a time',
    trigger: whenStageIs('twice'),
    actions: [enrollIn(sequence, by()), { ...enrollIn(other, by()), id: 'again' }],
  });

  await world.importPeople([aPerson('Ben Okafor', { stage: 'twice' })]);

  const run = await world.finished(id, 'ben.okafor@example.com');
  expect(outcomes(run)).toMatchObject([
    { kind: 'enrolled' },
    { kind: 'skipped', codes: ['alreadyEnrolled'] },
  ]);
  expect(await enrollmentsOf('ben.okafor@example.com')).toHaveLength(1);
});

test('a contact over the daily limit is skipped and moves on', async () => {
  const id = await world.on({
    name: 'Over the limit',
    trigger: whenStageIs('limit'),
    actions: [enrollIn(sequence, by()), createTask('Call instead')],
  });
  await askWorker(page(), 'sender.save', { senderId: world.senderId, adminLimit: 0 });

  await world.importPeople([aPerson('Cleo Duarte', { stage: 'limit' })]);

  const run = await world.finished(id, 'cleo.duarte@example.com');
  expect(outcomes(run)).toMatchObject([
    { kind: 'skipped', codes: expect.arrayContaining(['dailyLimit']) },
    { kind: 'taskCreated' },
  ]);
  expect(await enrollmentsOf('cleo.duarte@example.com')).toEqual([]);
  expect(await tasksOf('cleo.duarte@example.com')).toMatchObject([{ title: 'Call instead' }]);
  await askWorker(page(), 'sender.save', { senderId: world.senderId, adminLimit: null });
});

test('a sequence that is deleted is enrolled in no more, and the workflow says so', async () => {
  const doomed = await saveSequence(page(), { name: 'Doomed' });
  const id = await world.on({
    name: 'Of a doomed sequence',
    trigger: whenStageIs('doomed'),
    actions: [enrollIn(doomed, by()), createTask('Nobody wrote')],
  });
  await askWorker(page(), 'sequence.change', { id: doomed, action: 'delete' });

  await world.importPeople([aPerson('Dana Petrov', { stage: 'doomed' })]);

  const run = await world.finished(id, 'dana.petrov@example.com');
  expect(outcomes(run)).toMatchObject([{ kind: 'skipped' }, { kind: 'taskCreated' }]);
  const head = (await world.rows.all('workflows')).find((one) => one.id === id);
  expect(head).toMatchObject({ state: 'on', problem: 'sequenceDeleted' });
});

test('placeholder tokens are filled in by nobody: the contact is skipped and nothing raw is sent', async () => {
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
  const id = await world.on({
    name: 'With placeholders',
    trigger: whenStageIs('placeholder'),
    actions: [enrollIn(asking, by())],
  });

  await world.importPeople([aPerson('Emil Novak', { stage: 'placeholder' })]);

  const run = await world.finished(id, 'emil.novak@example.com');
  expect(outcomes(run)).toMatchObject([{ kind: 'skipped', codes: ['tokensFilled'] }]);
  expect(await enrollmentsOf('emil.novak@example.com')).toEqual([]);
});

test('a sender without a paid seat enrolls nobody', async () => {
  const id = await world.on({
    name: 'Without a seat',
    trigger: whenStageIs('seat'),
    actions: [enrollIn(sequence, by())],
  });
  await askWorker(page(), 'sender.save', { senderId: world.senderId, seat: false });

  await world.importPeople([aPerson('Finn Larsen', { stage: 'seat' })]);

  const run = await world.finished(id, 'finn.larsen@example.com');
  expect(outcomes(run)).toMatchObject([{ kind: 'skipped', codes: ['senderEligible'] }]);
  await askWorker(page(), 'sender.save', { senderId: world.senderId, seat: true });
});

test('follow-ups are scheduled in the time zone of the contact', async () => {
  const id = await world.on({
    name: 'By the contact’s clock',
    trigger: whenStageIs('zone'),
    actions: [enrollIn(sequence, by(), { useContactZone: true })],
  });

  await world.importPeople([
    { ...aPerson('Gita Rao', { stage: 'zone' }), zone: 'Asia/Kolkata' },
    aPerson('Hana Mori', { stage: 'zone' }),
  ]);

  await world.finished(id, 'gita.rao@example.com');
  await world.finished(id, 'hana.mori@example.com');
  expect(await enrollmentsOf('gita.rao@example.com')).toMatchObject([
    { zone: 'Asia/Kolkata', zoneSource: 'contact' },
  ]);
  const [sender] = await world.rows.all('senders');
  expect(await enrollmentsOf('hana.mori@example.com')).toMatchObject([
    { zone: sender?.zone, zoneSource: 'sender' },
  ]);
});

test('without the contact’s time zone in use, the sender’s clock counts', async () => {
  const id = await world.on({
    name: 'By the sender’s clock',
    trigger: whenStageIs('own zone'),
    actions: [enrollIn(sequence, by(), { useContactZone: false })],
  });

  await world.importPeople([
    { ...aPerson('Ines Castro', { stage: 'own zone' }), zone: 'Asia/Kolkata' },
  ]);

  await world.finished(id, 'ines.castro@example.com');
  const [sender] = await world.rows.all('senders');
  expect(await enrollmentsOf('ines.castro@example.com')).toMatchObject([{ zone: sender?.zone }]);
});

test('an email of the contact owner leaves from the owner’s default address', async () => {
  const id = await world.on({
    name: 'By the owner',
    trigger: whenStageIs('owner'),
    actions: [enrollIn(sequence, { property: 'owner_email' })],
  });

  await world.importPeople([
    aPerson('Jan Weber', { stage: 'owner', owner_email: REP.email }),
    aPerson('Kara Lund', { stage: 'owner', owner_email: 'somebody.else@example.com' }),
  ]);

  const own = await world.finished(id, 'jan.weber@example.com');
  const other = await world.finished(id, 'kara.lund@example.com');
  expect(outcomes(own)).toMatchObject([{ kind: 'enrolled' }]);
  expect(await enrollmentsOf('jan.weber@example.com')).toMatchObject([{ from: REP.email }]);
  expect(outcomes(other)).toMatchObject([
    { kind: 'skipped', codes: expect.arrayContaining(['ownerResolved']) },
  ]);
});

test('unenrolling takes the contact out of any sequence, a private one of somebody else as well', async () => {
  const secret = await saveSequence(page(), { name: 'Private', access: { kind: 'private' } });
  const first = await world.on({
    name: 'Into a private one',
    trigger: whenStageIs('private'),
    actions: [enrollIn(secret, by())],
  });
  const second = await world.on({
    name: 'Out of any',
    trigger: whenStageIs('out'),
    actions: [{ id: 'out', kind: 'unenroll' }],
  });
  await world.importPeople([aPerson('Lena Fuchs', { stage: 'private' })]);
  await world.finished(first, 'lena.fuchs@example.com');
  await world.rows.change('sequences', (head) =>
    head.id === secret ? { ...head, owner: 'somebody.else@example.com' } : undefined,
  );

  await world.importPeople([aPerson('Lena Fuchs', { stage: 'out' })]);

  const run = await world.finished(second, 'lena.fuchs@example.com');
  expect(outcomes(run)).toMatchObject([{ kind: 'unenrolled', sequence: 'Private' }]);
  expect(await enrollmentsOf('lena.fuchs@example.com')).toMatchObject([
    { state: { kind: 'unenrolled', reason: 'workflow' } },
  ]);
});
