import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { Note } from '@/components/options/note';
import type { WorkflowDraft } from '@/lib/domain/workflow/workflow';
import type { WorkflowEntered, WorkflowExplanation } from '@/lib/rpc/workflow-views';
import { aContact, contactId } from '@/test/support/builders';
import { fakeRpc } from '@/test/support/options-world';
import { aWorkflow, runId, workflowId } from '@/test/support/workflow-builders';
import { draftOf } from './draft-of';
import { createExplainModel } from './explain-model';

const EXPLANATION: WorkflowExplanation = {
  name: 'Ada Lovelace',
  groups: [],
  matches: true,
  reenroll: [],
  times: 0,
  actions: [],
};

async function anExplanation(answers: Parameters<typeof fakeRpc>[0] = {}, isSaved = true) {
  const notes: Note[] = [];
  const { rpc, calls } = fakeRpc({ 'workflow.explain': async () => EXPLANATION, ...answers });
  const draft = signal<WorkflowDraft | undefined>(draftOf(aWorkflow()));
  const saved = isSaved ? { id: workflowId('workflow-1'), revision: 1 } : undefined;
  const model = createExplainModel({
    rpc,
    searchContacts: async () => [aContact()],
    editor: {
      draft,
      saved: signal(saved),
      choices: {
        facts: signal(undefined),
        open: async () => undefined,
        refresh: async () => undefined,
      },
    },
    say: (note) => void notes.push(note),
    refresh: async () => undefined,
  });
  await model.picker.refresh();
  return { model, notes, calls, draft };
}

test('choosing a contact asks at once, of what is typed and with the memory of what is stored', async () => {
  const { model, calls } = await anExplanation();

  await model.choose('contact-1');

  const asked = { draft: draftOf(aWorkflow()), contactId: 'contact-1', id: 'workflow-1' };
  expect(calls).toEqual([['workflow.explain', asked]]);
  expect(model.view.value).toMatchObject({ kind: 'known', isOld: false });
});

test('one that is not saved yet is explained as well', async () => {
  const { model, calls } = await anExplanation({}, false);

  await model.choose('contact-1');

  expect(calls[0]?.[1]).not.toHaveProperty('id');
  expect(model.view.value.kind).toBe('known');
});

test('what was said before a change says that it is old', async () => {
  const { model, draft } = await anExplanation();
  await model.choose('contact-1');

  draft.value = { ...draftOf(aWorkflow()), name: 'Another' };
  const old = model.view.value;
  await model.ask();

  expect(old).toMatchObject({ kind: 'known', isOld: true });
  expect(model.view.value).toMatchObject({ kind: 'known', isOld: false });
});

test('a contact that is gone is said to be', async () => {
  const { model } = await anExplanation({ 'workflow.explain': async () => undefined });

  await model.choose('contact-1');

  expect(model.view.value).toEqual({ kind: 'gone' });
});

test.each<[WorkflowEntered, string]>([
  [{ kind: 'entered', runId: runId('run-1') }, 'Ada Lovelace entered the workflow.'],
  [{ kind: 'refused', reason: 'off' }, 'Ada Lovelace did not enter: the workflow is off.'],
  [{ kind: 'refused', reason: 'inside' }, 'Ada Lovelace is in the workflow already.'],
  [
    { kind: 'refused', reason: 'suppressed' },
    'Ada Lovelace did not enter: this contact is never to be enrolled here.',
  ],
  [{ kind: 'missing' }, 'This workflow was deleted meanwhile.'],
])('enrolling by hand that is answered with %o is said', async (outcome, sentence) => {
  const { model, notes, calls } = await anExplanation({ 'workflow.enter': async () => outcome });
  await model.choose('contact-1');

  await model.enter();

  const entered = calls.filter(([name]) => name === 'workflow.enter');
  expect(entered).toEqual([
    ['workflow.enter', { id: 'workflow-1', contactId: contactId('contact-1') }],
  ]);
  expect(notes[0]?.text).toBe(sentence);
  expect(model.entering.value).toBe(false);
});

test('nobody is enrolled by hand in what is not stored', async () => {
  const { model, calls } = await anExplanation({}, false);
  await model.choose('contact-1');

  await model.enter();

  expect(calls.map(([name]) => name)).toEqual(['workflow.explain']);
});

test('another workflow begins without a contact', async () => {
  const { model } = await anExplanation();
  await model.choose('contact-1');

  model.reset();

  expect([model.view.value, model.picker.contact.value]).toEqual([{ kind: 'none' }, undefined]);
});
