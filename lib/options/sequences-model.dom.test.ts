import { describe, expect, test } from 'vitest';
import type { Note } from '@/components/options/note';
import { RpcFailure } from '@/lib/rpc/failure';
import type { SequenceHead } from '@/lib/store/schema';
import { sequenceId } from '@/test/support/builders';
import { fakeRpc } from '@/test/support/options-world';
import { createSequencesModel } from './sequences-model';

const head = (overrides: Partial<SequenceHead> = {}): SequenceHead => ({
  id: sequenceId('s'),
  name: 'Introduction',
  version: 1,
  state: 'active',
  access: { kind: 'private' },
  owner: 'local',
  paused: false,
  steps: 3,
  live: 12,
  ...overrides,
});

async function aList(heads: readonly SequenceHead[], answers: Parameters<typeof fakeRpc>[0] = {}) {
  const notes: Note[] = [];
  const edited: string[] = [];
  const { rpc, calls } = fakeRpc(answers);
  const list = createSequencesModel({
    rpc,
    readSequences: async () => heads,
    say: (note) => void notes.push(note),
    edit: (item) => void edited.push(item),
  });
  await list.refresh();
  const [line] = list.lines.value ?? [];
  if (line === undefined) throw new Error('a test needs a line');
  return { list, line, notes, edited, calls };
}

test('archived ones are shown when they are asked for, deleted ones never', async () => {
  const { list } = await aList([
    head({ id: sequenceId('a'), name: 'Active' }),
    head({ id: sequenceId('b'), name: 'Old', state: 'archived' }),
    head({ id: sequenceId('c'), name: 'Gone', state: 'deleted' }),
  ]);
  const names = () => list.shown.value.map(({ name }) => name);
  const first = names();

  list.narrow({ archived: true });

  expect([first, names()]).toEqual([['Active'], ['Active', 'Old']]);
  list.narrow({ text: 'old' });
  expect(names()).toEqual(['Old']);
});

test('only an owner who is somebody else is named', async () => {
  const { list } = await aList([
    head({ id: sequenceId('a') }),
    head({ id: sequenceId('b'), owner: 'boss@example.com' }),
  ]);

  expect(list.lines.value?.map(({ owner }) => owner)).toEqual([undefined, 'boss@example.com']);
});

describe('a change of the whole sequence', () => {
  test.each([
    ['archive', /takes nobody any more\. Still running: 7/],
    ['restore', /can be used again/],
    ['delete', /is deleted\. Unenrolled: 7/],
    ['pause', /sends nothing\. Waiting: 7/],
    ['resume', /goes on\. Running: 7/],
  ] as const)('%s says what it touched', async (action, sentence) => {
    const { list, line, notes, calls } = await aList([head()], {
      'sequence.change': async () => ({ kind: 'changed', enrollments: 7 }),
    });

    await list.change(line, action);

    expect(calls).toEqual([['sequence.change', { id: 's', action }]]);
    expect(notes[0]?.text).toMatch(sentence);
    expect(list.busy.value).toBeUndefined();
  });

  test('deleting asks first, and asks no longer once it is answered', async () => {
    const { list, line } = await aList([head()], {
      'sequence.change': async () => ({ kind: 'missing' }),
    });
    list.askToDelete(line.id);
    const asked = list.deleting.value;

    await list.change(line, 'delete');

    expect([asked, list.deleting.value]).toEqual(['s', undefined]);
  });

  test('of one that is gone, or without an answer, is said', async () => {
    const gone = await aList([head()], { 'sequence.change': async () => ({ kind: 'missing' }) });
    const mute = await aList([head()], {
      'sequence.change': async () => {
        throw new RpcFailure('internal');
      },
    });

    await gone.list.change(gone.line, 'pause');
    await mute.list.change(mute.line, 'pause');

    expect([gone.notes[0]?.tone, mute.notes[0]?.tone]).toEqual(['warn', 'bad']);
    expect(mute.list.busy.value).toBeUndefined();
  });
});

test('a duplicate opens in the form, under a name that fits', async () => {
  const { list, line, edited, calls } = await aList([head({ name: 'n'.repeat(200) })], {
    'sequence.duplicate': async () => ({ kind: 'saved', id: sequenceId('copy'), version: 1 }),
  });

  await list.duplicate(line);

  const [, input] = calls[0] ?? [];
  expect(input).toMatchObject({ id: 's', name: 'n'.repeat(200) });
  expect(edited).toEqual(['copy']);
});

test('a list that cannot be read is not an empty one', async () => {
  const list = createSequencesModel({
    rpc: fakeRpc().rpc,
    readSequences: () => Promise.reject(new Error('blocked')),
    say: () => undefined,
    edit: () => undefined,
  });

  await list.refresh();

  expect([list.failed.value, list.lines.value]).toEqual([true, undefined]);
});
