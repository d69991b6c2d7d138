import { describe, expect, test } from 'vitest';
import type { Note } from '@/components/options/note';
import { RpcFailure } from '@/lib/rpc/failure';
import { NOW } from '@/test/support/builders';
import { fakeRpc } from '@/test/support/options-world';
import { createSuppressionModel, SUPPRESSION_PAGE } from './suppression-model';

function aSuppressionList(answers: Parameters<typeof fakeRpc>[0] = {}) {
  const notes: Note[] = [];
  const asked: { readonly text: string; readonly limit: number }[] = [];
  const { rpc, calls } = fakeRpc(answers);
  const model = createSuppressionModel({
    rpc,
    readSuppressions: async (options) => {
      asked.push(options);
      return { rows: [{ address: 'a@example.com', reason: 'blocked', at: NOW }], hasMore: true };
    },
    say: (note) => void notes.push(note),
  });
  return { model, notes, asked, calls };
}

describe('adding', () => {
  test('many at once; what is not understood stays in the field', async () => {
    const { model, calls, notes } = aSuppressionList({
      'suppression.add': async () => ({ added: 2, invalid: ['nobody'] }),
    });
    model.type('a@example.com\n@example.org\nnobody');
    model.chooseReason('optedOut');

    await model.add();

    const entries = ['a@example.com', '@example.org', 'nobody'];
    expect(calls).toEqual([['suppression.add', { entries, reason: 'optedOut' }]]);
    expect([model.typed.value, model.invalid.value]).toEqual(['nobody', ['nobody']]);
    expect(notes[0]).toEqual({ tone: 'warn', text: 'Added: 2. Not understood: 1.' });
  });

  test('more than one message carries goes in several', async () => {
    const { model, calls, notes } = aSuppressionList({
      'suppression.add': async ({ entries }) => ({ added: entries.length, invalid: [] }),
    });
    model.type(Array.from({ length: 5_001 }, (_, i) => `p${i}@example.com`).join('\n'));

    await model.add();

    expect(calls).toHaveLength(2);
    expect(notes[0]?.text).toMatch(/Added: 5001/);
  });

  test('nothing is said to be nothing', async () => {
    const { model, calls } = aSuppressionList();
    model.type(' \n,');

    await model.add();

    expect([model.error.value, calls]).toEqual(['Enter at least one address or domain.', []]);
  });

  test('without an answer keeps what is typed', async () => {
    const { model, notes } = aSuppressionList({
      'suppression.add': async () => {
        throw new RpcFailure('internal');
      },
    });
    model.type('a@example.com');

    await model.add();

    expect([model.typed.value, model.busy.value, notes[0]?.tone]).toEqual([
      'a@example.com',
      false,
      'bad',
    ]);
  });
});

test('removing asks first', async () => {
  const { model, calls } = aSuppressionList();
  model.askToRemove('a@example.com');
  const asked = [model.removing.value, calls.length];

  await model.remove('a@example.com');

  expect(asked).toEqual(['a@example.com', 0]);
  expect(calls).toEqual([['suppression.remove', { address: 'a@example.com' }]]);
  expect(model.removing.value).toBeUndefined();
});

test('a search starts at the first page again', async () => {
  const { model, asked } = aSuppressionList();
  await model.more();

  model.search('exa');
  await model.refresh();

  expect(asked[0]?.limit).toBe(2 * SUPPRESSION_PAGE);
  expect(asked.at(-1)).toEqual({ text: 'exa', limit: SUPPRESSION_PAGE });
});
