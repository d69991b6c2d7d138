import * as v from 'valibot';
import { beforeEach, expect, test } from 'vitest';
import { resume } from '@/lib/background/enrolling/change-enrollment';
import { taskIdSchema } from '@/lib/domain/ids';
import type { Task } from '@/lib/domain/task/task';
import { putTask } from '@/lib/store/tasks';
import { DAY, MINUTE } from '@/lib/time/instant';
import { ADA, type AnswersWorld, createAnswersWorld, fromAda } from '@/test/support/answers-world';
import { stepId } from '@/test/support/builders';

let answers: AnswersWorld;

beforeEach(async () => {
  answers = await createAnswersWorld();
});

const RITA = { from: 'rita@seller.example.com', to: ADA };
const byHand = (headers: Record<string, string> = {}, elsewhere = false) =>
  fromAda(answers, { ...RITA, ...headers }, { own: true, ...(elsewhere && { threadId: 'other' }) });

test.each([
  ['in the conversation', false],
  ['to the contact elsewhere', true],
])("the rep's own message %s pauses and asks", async (_where, elsewhere) => {
  const { world, ada, read, runDue, stateOf, codes } = answers;

  await read(byHand({}, elsewhere));
  world.now += 30 * DAY;
  await runDue();

  expect(await stateOf(ada)).toMatchObject({ kind: 'paused', why: 'ownMessage' });
  expect(await codes()).toEqual(['enrolled', 'stepSent', 'ownMessageSeen']);
  expect(world.provider.sent).toHaveLength(1);
});

test('what the rep decided about it stays when it is read again', async () => {
  const { world, ada, read, stateOf } = answers;
  const message = byHand();
  await read(message);
  await resume(world.deps, ada.enrollmentId);

  await read(message);

  expect(await stateOf(ada)).toEqual({ kind: 'active' });
});

test('it asks although the contact is away, and nothing goes on by itself then', async () => {
  const { world, ada, read, runDue, stateOf } = answers;
  const automatic = { subject: 'Automatic reply: x', 'auto-submitted': 'auto-generated' };
  await read(fromAda(answers, automatic), 'I am out of the office.');

  await read(byHand());
  world.now += 30 * DAY;
  await runDue();

  expect(await stateOf(ada)).toMatchObject({ kind: 'paused', why: 'ownMessage' });
  expect(world.provider.sent).toHaveLength(1);
});

test.each<[string, Record<string, string>]>([
  ['one of ours', { 'x-sequence-overlay-key': 'x:step-1:0' }],
  ['an automatic one', { 'auto-submitted': 'auto-replied' }],
  ['one to somebody else', { to: 'zoe@example.org', subject: 'Hi' }],
])('%s does not', async (_what, headers) => {
  const { ada, read, stateOf } = answers;

  await read(byHand(headers, true));

  expect(await stateOf(ada)).toEqual({ kind: 'active' });
});

const aTask = (parts: { readonly doneAt?: number }): Task => ({
  id: v.parse(taskIdSchema, 't1'),
  contactId: answers.ada.contactId,
  kind: 'email',
  title: 'Write to Ada',
  ofStep: {
    enrollmentId: answers.ada.enrollmentId,
    stepId: stepId('step-2'),
    stepIndex: 1,
    hold: true,
  },
  dueAt: answers.world.now,
  createdAt: answers.world.now - MINUTE,
  ...parts,
});

async function keep(task: Task): Promise<void> {
  const tx = (await answers.world.database()).transaction(['tasks'], 'readwrite');
  await putTask(tx, task);
  await tx.done;
}

test('one that a task of the sequence asked for does not', async () => {
  const { world, ada, read, stateOf } = answers;
  await keep(aTask({ doneAt: world.now - 1 }));

  await read(byHand());

  expect(await stateOf(ada)).toEqual({ kind: 'active' });
});

test('one that an open task asked for completes that task, once', async () => {
  const { world, ada, read, stateOf, codes } = answers;
  await keep(aTask({}));
  const message = byHand();

  await read(message);
  await read(message);

  const task = await (await world.database()).get('tasks', v.parse(taskIdSchema, 't1'));
  expect(task?.doneAt).toBe(world.now);
  expect(await stateOf(ada)).toEqual({ kind: 'active' });
  expect((await codes()).filter((code) => code === 'taskCompleted')).toHaveLength(1);
});
