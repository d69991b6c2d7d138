import * as v from 'valibot';
import { expect, test } from 'vitest';
import { taskIdSchema } from '@/lib/domain/ids';
import { readTaskLines } from '@/lib/options/tasks/read-task-lines';
import { putContact } from '@/lib/store/contacts';
import { openDatabase } from '@/lib/store/database';
import { putTask } from '@/lib/store/tasks';
import { addRun } from '@/lib/store/workflow-runs';
import { addRevision } from '@/lib/store/workflows';
import { aContact, contactId, NOW } from '@/test/support/builders';
import { actionId, aRun, aWorkflow, runId } from '@/test/support/workflow-builders';
import { aWorkflowHead } from '@/test/support/workflow-view-builders';
import { readContactRuns, readWorkflowRuns } from './read-run-lines';

const task = (title: string) =>
  ({ id: actionId(title), kind: 'createTask', taskKind: 'call', title, dueInDays: 1 }) as const;

async function aStore() {
  const database = await openDatabase({ name: crypto.randomUUID() });
  const tx = database.transaction(
    ['contacts', 'workflows', 'workflowRevisions', 'workflowRuns', 'sequences', 'tasks'],
    'readwrite',
  );
  await putContact(tx, aContact());
  await addRevision(tx, aWorkflowHead(), aWorkflow({ actions: [task('old')] }));
  const newer = aWorkflow({ revision: 2, actions: [task('new')] });
  await addRevision(tx, aWorkflowHead({ name: 'Renamed', revision: 2 }), newer);
  const done = { kind: 'propertySet' } as const;
  await addRun(
    tx,
    aRun({
      state: { kind: 'finished', at: NOW },
      log: [{ actionId: actionId('old'), at: NOW, outcome: done }],
    }),
  );
  const later = { revision: 2, next: actionId('new'), createdAt: NOW + 1 };
  await addRun(tx, aRun({ ...later, id: runId('run-2') }));
  const gone = { ...later, id: runId('run-3'), contactId: contactId('gone'), createdAt: NOW + 2 };
  await addRun(tx, aRun(gone));
  await tx.done;
  return database;
}

test('runs are read newest first, each with the actions of the revision that it began with', async () => {
  const lines = await readWorkflowRuns(await aStore(), aWorkflowHead().id, 10);

  expect(lines.map(({ id, contactName }) => [id, contactName])).toEqual([
    ['run-3', 'Deleted contact'],
    ['run-2', 'Ada Lovelace'],
    ['run-1', 'Ada Lovelace'],
  ]);
  expect(lines[1]?.next).toEqual({ label: 'Create task “new”', at: NOW });
  expect(lines[2]?.log[0]?.label).toBe('Create task “old”');
  expect(lines[2]?.workflowName).toBe('Renamed');
});

test('a contact’s runs are only its own', async () => {
  const lines = await readContactRuns(await aStore(), contactId('contact-1'), 10);

  expect(lines.map(({ id }) => id)).toEqual(['run-2', 'run-1']);
});

test('a task is read with whom it is about, also when the contact is gone', async () => {
  const database = await aStore();
  const open = { kind: 'call', title: 'Call', dueAt: NOW, createdAt: NOW } as const;
  const tx = database.transaction('tasks', 'readwrite');
  const id = (text: string) => v.parse(taskIdSchema, text);
  await putTask(tx, { ...open, id: id('a'), contactId: contactId('contact-1') });
  await putTask(tx, { ...open, id: id('b'), contactId: contactId('gone'), dueAt: NOW - 1 });
  await putTask(tx, { ...open, id: id('c'), contactId: contactId('gone'), doneAt: NOW });
  await tx.done;

  const lines = await readTaskLines(database, 10);

  expect(lines.map((line) => [line.id, line.contactName, line.address])).toEqual([
    ['b', '', undefined],
    ['a', 'Ada Lovelace', 'ada@example.com'],
  ]);
});
