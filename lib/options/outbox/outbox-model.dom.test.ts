import { describe, expect, test } from 'vitest';
import type { UndoableNote } from '@/lib/options/notes';
import { RpcFailure } from '@/lib/rpc/failure';
import type { OutboxLine } from '@/lib/rpc/list-views';
import { enrollmentId, NOW } from '@/test/support/builders';
import { fakeRpc } from '@/test/support/options-world';
import { createOutboxModel, OUTBOX_PAGE } from './outbox-model';

const line = (key: string): OutboxLine => ({
  key,
  enrollmentId: enrollmentId(key),
  contactName: 'Ada',
  from: '',
  sequenceName: 'Introduction',
  step: 1,
  steps: 3,
  effect: 'email',
  state: 'due',
  planned: NOW,
});

/** A store in which pausing everything, and trying again, really happens. */
async function anOutbox(options: { readonly rows?: number; readonly failing?: boolean } = {}) {
  const notes: UndoableNote[] = [];
  const state = { paused: false, parked: ['broken'] };
  const lines = Array.from({ length: options.rows ?? 1 }, (_, index) => line(`line-${index}`));
  const { rpc, calls } = fakeRpc({
    'engine.pauseAll': async ({ paused }) => {
      if (options.failing) throw new RpcFailure('internal');
      state.paused = paused;
    },
    'outbox.retry': async ({ key }) => {
      if (!state.parked.includes(key)) return { kind: 'unsafe' };
      state.parked = [];
      return { kind: 'retried' };
    },
    'enrollment.skip': async () => ({ kind: 'skipped', undoUntil: NOW + 10_000 }),
  });
  const model = createOutboxModel({
    rpc,
    readOutbox: async ({ limit }) => ({
      lines: lines.slice(0, limit),
      parked: state.parked.map(line),
      hasMore: lines.length > limit,
      hasMoreParked: false,
      ...(state.paused && { pausedAll: NOW }),
    }),
    refreshOverview: async () => undefined,
    clock: { now: () => NOW },
    say: (note) => void notes.push(note),
  });
  await model.refresh();
  return { model, notes, calls };
}

describe('pausing everything', () => {
  test('is said, and undo lets it go on', async () => {
    const { model, notes } = await anOutbox();
    await model.pauseAll(true);
    const paused = model.view.value?.pausedAll;

    await notes[0]?.undo?.run();

    expect(paused).toBe(NOW);
    expect(model.view.value?.pausedAll).toBeUndefined();
    expect(notes.map(({ text }) => text)).toEqual(['Everything is paused.', 'Everything goes on.']);
  });

  test('without an answer changes nothing and says why', async () => {
    const { model, notes } = await anOutbox({ failing: true });

    await model.pauseAll(true);

    expect([model.switching.value, notes[0]?.tone]).toEqual([false, 'bad']);
  });
});

test('trying again says what came of it', async () => {
  const { model, notes } = await anOutbox();

  await model.act(line('broken'), 'retry');
  await model.act(line('gone'), 'retry');

  expect(notes.map(({ tone }) => tone)).toEqual(['good', 'warn']);
  expect(model.view.value?.parked).toEqual([]);
  expect(model.busy.value).toBeUndefined();
});

test('skipping a step can be taken back', async () => {
  const { model, notes, calls } = await anOutbox();
  await model.act(line('a'), 'skip');

  await notes[0]?.undo?.run();

  expect(notes[0]?.text).toBe('Ada: step skipped.');
  expect(calls.map(([name]) => name)).toEqual(['enrollment.skip', 'enrollment.restore']);
});

test('ten thousand rows are shown a page at a time', async () => {
  const { model } = await anOutbox({ rows: 10_000 });
  const first = model.view.value?.lines.length;

  await model.more();

  expect([first, model.view.value?.lines.length]).toEqual([OUTBOX_PAGE, 2 * OUTBOX_PAGE]);
  expect(model.view.value?.hasMore).toBe(true);
});
