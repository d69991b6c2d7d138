import * as v from 'valibot';
import { beforeEach, expect, test } from 'vitest';
import { type TaskId, taskIdSchema } from '@/lib/domain/ids';
import { putTask } from '@/lib/store/tasks';
import { HOUR } from '@/lib/time/instant';
import { contactId, NOW } from '@/test/support/builders';
import { createWorkflowWorld, type WorkflowWorld } from '@/test/support/workflow-world';
import { completeTask, reopenTask } from './complete-task';

const taskId = (text: string) => v.parse(taskIdSchema, text);
const CALL = taskId('call-1');

let at: WorkflowWorld;
beforeEach(async () => {
  at = await createWorkflowWorld();
  const tx = (await at.world.database()).transaction(['tasks'], 'readwrite');
  const about = { contactId: contactId('ada'), kind: 'call', title: 'Call her' } as const;
  await putTask(tx, { ...about, id: CALL, dueAt: NOW + HOUR, createdAt: NOW });
});

const complete = (id: TaskId) => completeTask(at.world.life(), id);
async function stored() {
  const database = await at.world.database();
  const events = await database.getAll('workflowEvents');
  return {
    task: await database.get('tasks', CALL),
    events: events.map(({ contactId, event }) => ({ contactId, event })),
    journal: await at.journal('taskCompleted'),
  };
}

test('a task that is done is open no more, and workflows hear of it', async () => {
  await complete(CALL);

  const { task, events, journal } = await stored();
  expect(task).toMatchObject({ doneAt: NOW });
  expect(task).not.toHaveProperty('openDue');
  expect(events).toEqual([
    {
      contactId: 'ada',
      event: { type: 'taskCompleted', taskId: CALL, title: 'Call her' },
    },
  ]);
  expect(journal).toEqual([{ title: 'Call her' }]);
});

test('done twice, it was done once, the first time', async () => {
  await complete(CALL);
  at.world.now += HOUR;
  await complete(CALL);

  const { task, events, journal } = await stored();
  expect(task).toMatchObject({ doneAt: NOW });
  expect([events.length, journal.length]).toEqual([1, 1]);
});

test('a task that is to be done after all is open again, when it was due', async () => {
  await complete(CALL);
  await reopenTask(at.world.life(), CALL);

  const { task, events } = await stored();
  expect(task).toMatchObject({ openDue: NOW + HOUR });
  expect(task).not.toHaveProperty('doneAt');
  expect(events).toHaveLength(1);
});

test('a task that nobody knows changes nothing', async () => {
  await complete(taskId('never'));
  await reopenTask(at.world.life(), taskId('never'));

  expect((await stored()).events).toEqual([]);
});
