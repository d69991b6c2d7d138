import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { TaskLine } from '@/components/options/tasks/task-line';
import { taskIdSchema } from '@/lib/domain/ids';
import type { UndoableNote } from '@/lib/options/notes';
import { RpcFailure } from '@/lib/rpc/failure';
import { NOW } from '@/test/support/builders';
import { fakeRpc } from '@/test/support/options-world';
import { createTasksModel, TASKS_PAGE } from './tasks-model';

const task = (id: string): TaskLine => ({
  id: v.parse(taskIdSchema, id),
  kind: 'call',
  title: `Call ${id}`,
  dueAt: NOW,
  contactName: 'Ada Lovelace',
});

/** A store in which completing and opening again really happens. */
async function someTasks(ids: readonly string[], failing = false) {
  const notes: UndoableNote[] = [];
  const done = new Set<string>();
  const { rpc, calls } = fakeRpc({
    'task.complete': async ({ taskId }) => {
      if (failing) throw new RpcFailure('internal');
      done.add(taskId);
    },
    'task.reopen': async ({ taskId }) => void done.delete(taskId),
  });
  const model = createTasksModel({
    rpc,
    readAsks: async () => [],
    notify: { isGranted: async () => false, request: async () => true },
    readTasks: async (limit) =>
      ids
        .filter((id) => !done.has(id))
        .slice(0, limit)
        .map(task),
    clock: { now: () => NOW },
    say: (note) => void notes.push(note),
  });
  await model.refresh();
  const open = () => model.open.value?.map(({ id }) => String(id));
  return { model, notes, calls, open };
}

describe('completing a task', () => {
  test('takes it off the list, says so, and undo puts it back', async () => {
    const { model, notes, open } = await someTasks(['a', 'b']);
    await model.complete(task('a'));
    const after = [open(), model.done.value.map(({ id }) => id)];

    await notes[0]?.undo?.run();

    expect(after).toEqual([['b'], ['a']]);
    expect([open(), model.done.value]).toEqual([['a', 'b'], []]);
    expect(notes.map(({ text }) => text)).toEqual(['Done: “Call a”.', '“Call a” is open again.']);
    expect(notes[0]?.undo?.until).toBe(NOW + 10_000);
  });

  test('without an answer leaves it open and says why', async () => {
    const { model, notes, open } = await someTasks(['a'], true);

    await model.complete(task('a'));

    expect([open(), notes[0]?.tone, model.done.value]).toEqual([['a'], 'bad', []]);
    expect(model.busy.value).toBeUndefined();
  });
});

test('what was opened again elsewhere is not shown as done', async () => {
  const ids = ['a'];
  const { model } = await someTasks(ids);
  await model.complete(task('a'));
  ids.push('b');

  await model.reopen(task('a'));
  await model.refresh();

  expect(model.done.value).toEqual([]);
});

test('shows a page and says whether there is more', async () => {
  const { model, open } = await someTasks(
    Array.from({ length: TASKS_PAGE + 1 }, (_, index) => `t${index}`),
  );
  const first = [open()?.length, model.hasMore.value];

  await model.more();

  expect(first).toEqual([TASKS_PAGE, true]);
  expect([open()?.length, model.hasMore.value]).toEqual([TASKS_PAGE + 1, false]);
});
