import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { RpcFailure } from '@/lib/rpc/failure';
import { NOW, sequenceId } from '@/test/support/builders';
import {
  aBulkPreview,
  aBulkRow,
  aBulkWorker,
  BLOCK,
  people,
  WARNING,
} from '@/test/support/bulk-builders';
import { aCheck } from '@/test/support/overlay-builders';
import type { BulkRpc } from './bulk';
import { createBulkForm } from './bulk-form';
import { personKey } from './person-key';

let life: AbortController;
beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

const settle = () => vi.advanceTimersByTimeAsync(400);
const keys = (count: number) => people(count).map(personKey);

async function opened(count: number, overrides: Partial<BulkRpc> = {}) {
  const form = createBulkForm({ rpc: aBulkWorker(overrides), signal: life.signal });
  form.setChosen({ people: people(count) });
  await settle();
  return form;
}

/** The second needs a look, the third is blocked, the others are ready. */
const MIXED: BulkRpc['bulk.preview'] = async ({ people: asked }) =>
  aBulkPreview({
    rows: asked.map(({ name }) =>
      aBulkRow({
        name,
        checks: name === 'Person 2' ? [WARNING] : name === 'Person 3' ? [BLOCK, WARNING] : [],
      }),
    ),
    warnings: ['coldLead'],
  });

test('what is stored elsewhere is asked about without taking the button away', async () => {
  const answers: ((preview: ReturnType<typeof aBulkPreview>) => void)[] = [];
  const form = createBulkForm({
    rpc: aBulkWorker({
      'bulk.preview': () => new Promise((resolve) => answers.push(resolve)),
    }),
    signal: life.signal,
  });
  form.setChosen({ people: people(1) });
  await settle();
  answers[0]?.(aBulkPreview({ rows: [aBulkRow({ name: 'Person 1' })] }));
  await settle();

  const refreshed = form.refresh();
  void form.refresh();
  expect(form.view.value.isRefreshing).toBe(false);
  answers[1]?.(aBulkPreview({ rows: [aBulkRow({ name: 'Person 1', checks: [BLOCK] })] }));
  await settle();
  answers[2]?.(aBulkPreview({ rows: [aBulkRow({ name: 'Person 1', checks: [BLOCK] })] }));
  await refreshed;

  expect(answers).toHaveLength(3);
  expect(form.view.value.counts).toMatchObject({ blocked: 1 });
});

describe('what is shown', () => {
  test('is sorted by what needs attention, and counted', async () => {
    const form = await opened(4, { 'bulk.preview': MIXED });

    const { rows, counts, enrolls } = form.view.value;
    expect(rows.map(({ name, result }) => [name, result])).toEqual([
      ['Person 3', 'blocked'],
      ['Person 2', 'warned'],
      ['Person 1', 'ready'],
      ['Person 4', 'ready'],
    ]);
    expect(counts).toEqual({ ready: 2, warned: 1, blocked: 1 });
    expect(enrolls).toBe(2);
  });

  test('the number of contacts is asked of the person once, and stands against no row', async () => {
    const bulkSize = aCheck('bulkSize', {
      result: 'block',
      reason: 'typeNumber',
      params: { size: 2 },
    });
    const form = await opened(2, {
      'bulk.preview': async () =>
        aBulkPreview({
          rows: [aBulkRow({ checks: [bulkSize] }), aBulkRow({ checks: [bulkSize] })],
        }),
    });

    expect(form.view.value.counts).toEqual({ ready: 2, warned: 0, blocked: 0 });
    expect(form.view.value.rows[0]?.checks).toEqual([]);
  });

  test('a warning that nobody may overrule is a block', async () => {
    const checks = [{ ...WARNING, overridable: false }];
    const form = await opened(1, {
      'bulk.preview': async () => aBulkPreview({ rows: [aBulkRow({ checks })] }),
    });

    expect(form.view.value.counts.blocked).toBe(1);
  });

  test('says when the page shows more as selected than could be read', async () => {
    const form = await opened(2);

    form.setChosen({ people: people(2), shown: 120 });
    const unread = form.view.value.unread;
    form.setChosen({ people: people(2), shown: 2 });

    expect(unread).toEqual({ shown: 120, read: 2 });
    expect(form.view.value.unread).toBeUndefined();
  });

  test('takes 500 and says so', async () => {
    const preview = vi.fn(aBulkWorker()['bulk.preview']);
    const form = await opened(501, { 'bulk.preview': preview });

    expect(form.view.value).toMatchObject({ isCut: true, chosen: 500 });
    expect(preview.mock.calls[0]?.[0].people).toHaveLength(500);
  });

  test('a late answer never overwrites a newer one', async () => {
    const answers: (() => void)[] = [];
    const form = await opened(1, {
      'bulk.preview': ({ choices }) =>
        new Promise((resolve) => {
          const rows = [aBulkRow({ name: choices.sequenceId ?? 'first' })];
          answers.push(() => resolve(aBulkPreview({ rows })));
        }),
    });
    form.choose({ sequenceId: sequenceId('second') });

    answers[1]?.();
    answers[0]?.();
    await settle();

    expect(form.view.value.rows.map(({ name }) => name)).toEqual(['second']);
  });

  test('a failure keeps what was shown and can be tried again', async () => {
    let isBroken = false;
    const form = await opened(1, {
      'bulk.preview': async (input) => {
        if (isBroken) throw new RpcFailure('storeUnavailable');
        return aBulkWorker()['bulk.preview'](input);
      },
    });
    isBroken = true;
    await form.reload();
    const broken = form.view.value;
    isBroken = false;
    await form.reload();

    expect(broken).toMatchObject({ failure: 'storeUnavailable', rows: [{ name: 'Person 1' }] });
    expect(form.view.value.failure).toBeUndefined();
  });
});

describe('leaving people out', () => {
  test('takes them from the list at once and asks again for the rest, once', async () => {
    const preview = vi.fn(MIXED);
    const form = await opened(4, { 'bulk.preview': preview });
    preview.mockClear();

    form.leaveOut(keys(4).slice(2, 3));
    form.leaveOut(keys(4).slice(3));
    const { rows, leftOut, isRefreshing } = form.view.value;
    await settle();

    expect({ names: rows.map(({ name }) => name), leftOut, isRefreshing }).toEqual({
      names: ['Person 2', 'Person 1'],
      leftOut: 2,
      isRefreshing: true,
    });
    expect(preview.mock.calls.map(([{ people: asked }]) => asked.length)).toEqual([2]);
  });

  test('can be taken back', async () => {
    const form = await opened(3);
    form.leaveOut(keys(3));
    await settle();
    const nobody = form.view.value.chosen;

    form.putBack();
    await settle();

    expect(nobody).toBe(0);
    expect(form.view.value).toMatchObject({ chosen: 3, leftOut: 0, rows: { length: 3 } });
  });
});
