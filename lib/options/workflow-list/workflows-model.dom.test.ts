import { describe, expect, test } from 'vitest';
import type { Note } from '@/components/options/note';
import type { WorkflowDraft } from '@/lib/domain/workflow/workflow';
import { writeWorkflowFile } from '@/lib/domain/workflow/write-workflow-file';
import { RpcFailure } from '@/lib/rpc/failure';
import { NOW } from '@/test/support/builders';
import { fakeRpc } from '@/test/support/options-world';
import { aWorkflow, workflowId } from '@/test/support/workflow-builders';
import {
  aStoredWorkflow,
  aWorkflowHead,
  aWorkflowLine,
} from '@/test/support/workflow-view-builders';
import { draftOf } from './draft-of';
import { createWorkflowsModel, type WorkflowsDeps } from './workflows-model';

async function aList(
  answers: Parameters<typeof fakeRpc>[0] = {},
  overrides: Partial<WorkflowsDeps> = {},
) {
  const notes: Note[] = [];
  const edited: string[] = [];
  const drafts: WorkflowDraft[] = [];
  const files: [string, string][] = [];
  const { rpc, calls } = fakeRpc(answers);
  const model = createWorkflowsModel({
    rpc,
    readWorkflows: async () => [aWorkflowHead()],
    readWorkflow: async () => aStoredWorkflow(),
    download: (...file) => void files.push(file),
    openDraft: (draft) => void drafts.push(draft),
    edit: (item) => void edited.push(item),
    clock: { now: () => NOW },
    say: (note) => void notes.push(note),
    ...overrides,
  });
  await model.refresh();
  return { model, notes, calls, edited, drafts, files };
}

const fileOf = (text: string, name = 'team.json') => ({ name, text: async () => text });

describe('the list of workflows', () => {
  test('counts what it enrolled in the last 24 hours only', async () => {
    const recent = [NOW - 25 * 3_600_000, NOW - 3_600_000, NOW];
    const { model } = await aList(
      {},
      { readWorkflows: async () => [aWorkflowHead({ state: 'held', recent })] },
    );

    expect(model.lines.value?.[0]).toMatchObject({ state: 'held', recent: 2 });
  });

  test('that cannot be read is not an empty one', async () => {
    const { model } = await aList(
      {},
      { readWorkflows: () => Promise.reject(new Error('blocked')) },
    );

    expect([model.failed.value, model.lines.value]).toEqual([true, undefined]);
  });
});

describe('one workflow', () => {
  test('that holds goes on with the reason that was given', async () => {
    const { model, calls, notes } = await aList();

    await model.changes.release(aWorkflowLine({ state: 'held' }), 'A fair');

    expect(calls).toEqual([['workflow.release', { id: 'workflow-1', reason: 'A fair' }]]);
    expect(notes[0]).toEqual({ tone: 'good', text: '“Demo requests” goes on.' });
  });

  test('is duplicated as a new one that is opened and off', async () => {
    const { model, calls, edited } = await aList({
      'workflow.save': async () => ({
        kind: 'saved',
        id: workflowId('copy'),
        revision: 1,
        findings: [],
      }),
    });

    await model.changes.duplicate(aWorkflowLine());

    const draft = { ...draftOf(aWorkflow()), name: 'Demo requests (copy)' };
    expect(calls).toEqual([['workflow.save', { draft }]]);
    expect(edited).toEqual(['copy']);
  });

  test('that cannot be kept as it stands is not duplicated, and that is said', async () => {
    const { model, notes, edited } = await aList({
      'workflow.save': async () => ({ kind: 'invalid', findings: [] }),
    });

    await model.changes.duplicate(aWorkflowLine());

    expect([notes[0]?.tone, edited]).toEqual(['warn', []]);
  });

  test('that is gone meanwhile is said to be', async () => {
    const { model, notes, files } = await aList({}, { readWorkflow: async () => undefined });

    await model.changes.exportFile(aWorkflowLine());

    expect([notes[0]?.text, files]).toEqual(['“Demo requests” was deleted meanwhile.', []]);
  });

  test('becomes a file whose name no file system trips over', async () => {
    const stored = aStoredWorkflow({ name: '../Demo: "Łódź" / requests?' });
    const { model, files } = await aList({}, { readWorkflow: async () => stored });

    await model.changes.exportFile(aWorkflowLine());

    expect(files.map(([name]) => name)).toEqual(['Demo-Łódź-requests.workflow.json']);
  });

  test('without an answer stays as it is, and can be tried again', async () => {
    const { model, notes } = await aList({
      'workflow.switchOff': async () => {
        throw new RpcFailure('internal');
      },
    });

    await model.changes.switchOff(aWorkflowLine({ state: 'on' }));

    expect([notes[0]?.tone, model.changes.busy.value]).toEqual(['bad', undefined]);
  });
});

describe('a workflow file', () => {
  test('opens in the editor, not saved', async () => {
    const { model, drafts, calls } = await aList();

    await model.importFile(fileOf(writeWorkflowFile(draftOf(aWorkflow()))));

    expect(drafts).toEqual([draftOf(aWorkflow())]);
    expect([calls, model.file.value]).toEqual([[], undefined]);
  });

  test('with anything wrong is not taken at all, and everything wrong is said with its place', async () => {
    const { model, drafts } = await aList();
    const text = writeWorkflowFile(draftOf(aWorkflow()))
      .replace('IS_EQUAL_TO', 'SOUNDS_LIKE')
      .replace('Europe/Warsaw', 'Mars/Base');

    await model.importFile(fileOf(text));

    const problems = model.file.value?.problems ?? [];
    expect(drafts).toEqual([]);
    expect(problems.map(({ place, reason }) => [place, reason])).toEqual([
      ['trigger.groups.0.filters.0.operation.operator', 'unknownOperator'],
      ['settings.zone', 'badZone'],
    ]);
  });

  test.each(['', '{', '[]', '{"format":"other"}'])('that is %o is none', async (text) => {
    const { model, drafts } = await aList();

    await model.importFile(fileOf(text));
    const problems = model.file.value?.problems;
    model.dismissFile();

    expect([problems?.length, drafts, model.file.value]).toEqual([1, [], undefined]);
  });
});
