import { expect, test } from 'vitest';
import type { Note } from '@/components/options/note';
import type { RunLine } from '@/components/options/workflow-list/run-line';
import type { WorkflowId } from '@/lib/domain/ids';
import { contactId, NOW } from '@/test/support/builders';
import { fakeRpc } from '@/test/support/options-world';
import { runId, workflowId } from '@/test/support/workflow-builders';
import { createHistoryModel, type HistoryDeps, RUNS_PAGE } from './history-model';

const run = (id: string): RunLine => ({
  id: runId(id),
  workflowId: workflowId('workflow-1'),
  workflowName: 'Demo requests',
  contactId: contactId('contact-1'),
  contactName: 'Ada Lovelace',
  cause: 'criteria',
  state: { kind: 'active' },
  createdAt: NOW,
  log: [],
});

function aHistory(overrides: Partial<HistoryDeps<WorkflowId>> = {}) {
  const notes: Note[] = [];
  const { rpc, calls } = fakeRpc();
  const model = createHistoryModel<WorkflowId>({
    rpc,
    readRuns: async (id, limit) =>
      Array.from({ length: RUNS_PAGE + 1 }, (_, i) => run(`${id}/${i}`)).slice(0, limit),
    readEntries: async () => [],
    say: (note) => void notes.push(note),
    ...overrides,
  });
  return { model, notes, calls };
}

test('shows a page of one workflow and says whether there is more', async () => {
  const { model } = aHistory();
  await model.open(workflowId('a'));
  const first = [model.runs.value?.length, model.hasMore.value];

  await model.more();

  expect(first).toEqual([RUNS_PAGE, true]);
  expect([model.runs.value?.length, model.hasMore.value]).toEqual([RUNS_PAGE + 1, false]);
});

test('a late answer of the one before is not shown for another', async () => {
  const late = Promise.withResolvers<readonly RunLine[]>();
  const { model } = aHistory({
    readRuns: async (id) => (id === 'a' ? late.promise : [run('b')]),
  });
  const first = model.open(workflowId('a'));
  const second = model.open(workflowId('b'));

  late.resolve([run('a')]);
  await Promise.all([first, second]);

  expect(model.runs.value?.map(({ id }) => id)).toEqual(['b']);
});

test('taking somebody out asks first, then says so', async () => {
  const { model, notes, calls } = aHistory();
  await model.open(workflowId('a'));
  model.askToLeave(runId('a/0'));
  const asked = [model.leaving.value, calls.length];

  await model.leave(run('a/0'));

  expect(asked).toEqual(['a/0', 0]);
  expect(calls).toEqual([['workflow.leave', { runId: 'a/0' }]]);
  expect([notes[0]?.text, model.leaving.value]).toEqual([
    'Ada Lovelace left “Demo requests”.',
    undefined,
  ]);
});

test('one that cannot be read is not an empty one', async () => {
  const { model } = aHistory({ readRuns: () => Promise.reject(new Error('blocked')) });

  await model.open(workflowId('a'));

  expect([model.failed.value, model.runs.value]).toEqual([true, undefined]);
});
