import { describe, expect, test } from 'vitest';
import type { Note } from '@/components/options/note';
import { aSender, sequenceId } from '@/test/support/builders';
import { fakeRpc } from '@/test/support/options-world';
import {
  aFilter,
  anEnrollAction,
  equals,
  groupsOf,
  workflowId,
} from '@/test/support/workflow-builders';
import { aDryRunPart, aStoredWorkflow, aWarning } from '@/test/support/workflow-view-builders';
import { createSwitchOnModel, type SwitchOnDeps } from './switch-on-model';

const ID = workflowId('workflow-1');
const SEQUENCE = { name: 'Demo', state: 'active', placeholders: [] } as const;

/** A criteria workflow about something personal, so that lint has nothing to say unless told to. */
const personal = (revision = 1) =>
  aStoredWorkflow({
    revision,
    trigger: {
      kind: 'criteria',
      groups: groupsOf([aFilter('jobtitle', equals('CTO')), aFilter('stage', equals('demo'))]),
    },
    actions: [anEnrollAction()],
  });

async function aSwitch(
  answers: Parameters<typeof fakeRpc>[0] = {},
  overrides: Partial<SwitchOnDeps> = {},
) {
  const notes: Note[] = [];
  const { rpc, calls } = fakeRpc({
    'workflow.dryRun': async () => aDryRunPart({ matched: 10 }),
    'workflow.switchOn': async () => ({ kind: 'switched' }),
    ...answers,
  });
  const model = createSwitchOnModel({
    rpc,
    readWorkflow: async () => personal(),
    readWorkflowFacts: async () => ({
      sequences: new Map([[sequenceId('sequence-1'), SEQUENCE]]),
      senders: [aSender()],
      others: [],
    }),
    readPropertyNames: async () => ['stage'],
    say: (note) => void notes.push(note),
    refresh: async () => undefined,
    ...overrides,
  });
  await model.open(ID);
  const switched = () => calls.filter(([name]) => name === 'workflow.switchOn');
  return { model, notes, switched, view: () => model.view.value };
}

/** As many as lint takes for too many to be automated. */
const many = { 'workflow.dryRun': async () => aDryRunPart({ matched: 250 }) };

describe('before a workflow is switched on', () => {
  test('a dry run is through and nothing is asked where nothing speaks against it', async () => {
    const { model, switched, view, notes } = await aSwitch();
    const before = view();

    await model.confirm();

    expect(before).toMatchObject({ status: 'ready', errors: [], warnings: [], existing: false });
    expect(before?.run).toMatchObject({ state: 'done', matched: 10 });
    expect(switched()).toEqual([
      ['workflow.switchOn', { id: 'workflow-1', revision: 1, existing: false, reasons: {} }],
    ]);
    expect([view(), notes[0]?.tone]).toEqual([undefined, 'good']);
  });

  test('a canceled dry run is not enough', async () => {
    const { model, switched, view } = await aSwitch();
    const again = model.runAgain();
    model.cancelRun();
    await again;

    await model.confirm();

    expect(view()).toMatchObject({ run: { state: 'canceled' }, attempted: true });
    expect(switched()).toEqual([]);
  });

  test('enrolling who matches already is a choice, and its warning comes with it', async () => {
    const { model, view } = await aSwitch(many);
    const before = view()?.warnings.map(({ code }) => code);

    model.chooseExisting(true);

    expect([before, view()?.warnings.map(({ code }) => code)]).toEqual([[], ['tooMany']]);
  });

  test('each warning needs a reason, and blanks are none', async () => {
    const { model, switched, view } = await aSwitch(many);
    model.chooseExisting(true);

    await model.confirm();
    model.giveReason('tooMany', '  ');
    await model.confirm();
    const refused = [view()?.attempted, switched()];
    model.giveReason('tooMany', ' All of them asked for it ');
    await model.confirm();

    expect(refused).toEqual([true, []]);
    expect(switched()).toMatchObject([
      ['workflow.switchOn', { existing: true, reasons: { tooMany: 'All of them asked for it' } }],
    ]);
  });

  test('an error forbids it, whatever is said', async () => {
    const { model, switched, view } = await aSwitch(
      {},
      {
        readWorkflowFacts: async () => ({ sequences: new Map(), senders: [aSender()], others: [] }),
      },
    );

    await model.confirm();

    expect(view()?.errors.map(({ code }) => code)).toEqual(['sequenceMissing']);
    expect(switched()).toEqual([]);
  });

  test('only criteria can have contacts who match already', async () => {
    const onEvent = aStoredWorkflow({
      trigger: { kind: 'event', event: { type: 'contactCreated' }, groups: [] },
    });
    const { view } = await aSwitch({}, { readWorkflow: async () => onEvent });

    expect(view()?.asksForExisting).toBe(false);
  });
});

describe('the worker', () => {
  test('that refuses is heard: what it found is asked for, then it is tried again', async () => {
    let asked = 0;
    const { model, switched, view } = await aSwitch({
      'workflow.switchOn': async () =>
        asked++ === 0 ? { kind: 'refused', findings: [aWarning()] } : { kind: 'switched' },
    });

    await model.confirm();
    const refused = view();
    await model.confirm();
    model.giveReason('impersonal', 'A closed list');
    await model.confirm();

    expect(refused).toMatchObject({ refused: true, attempted: true, switching: false });
    expect(refused?.warnings.map(({ code }) => code)).toEqual(['impersonal']);
    expect(switched()).toHaveLength(2);
    expect(switched()[1]).toMatchObject([
      'workflow.switchOn',
      { reasons: { impersonal: 'A closed list' } },
    ]);
  });

  test('that knows a newer revision has it looked at anew, with every answer asked again', async () => {
    let revision = 1;
    const { model, view, switched } = await aSwitch(
      {
        ...many,
        'workflow.switchOn': async () => {
          revision = 2;
          return { kind: 'conflict', revision };
        },
      },
      { readWorkflow: async () => personal(revision) },
    );
    model.chooseExisting(true);
    model.giveReason('tooMany', 'Sure');

    await model.confirm();

    expect(view()).toMatchObject({ changed: true, existing: false, switching: false });
    expect(view()?.run.state).toBe('done');
    expect(switched()).toHaveLength(1);
  });

  test('that knows of no such workflow any more says so', async () => {
    const { model, view } = await aSwitch({
      'workflow.switchOn': async () => ({ kind: 'missing' }),
    });

    await model.confirm();

    expect(view()?.status).toBe('missing');
  });
});

test('what cannot be read is not switched on', async () => {
  const { model, view, switched } = await aSwitch(
    {},
    { readWorkflow: () => Promise.reject(new Error('blocked')) },
  );

  await model.confirm();

  expect([view()?.status, switched()]).toEqual(['failed', []]);
});
