import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RpcFailure } from '@/lib/rpc/failure';
import { NOW } from '@/test/support/builders';
import { aBulkProgress, aBulkWorker } from '@/test/support/bulk-builders';
import type { BulkRpc } from './bulk';
import { createBulkRun } from './bulk-run';

let life: AbortController;
beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

function run(overrides: Partial<BulkRpc> = {}, isHidden = () => false) {
  return createBulkRun({ rpc: aBulkWorker(overrides), isHidden, signal: life.signal });
}

test('looks again while it runs, and no more once it is over', async () => {
  let done = 1;
  const status = vi.fn(async () =>
    aBulkProgress({ done, state: done === 3 ? 'finished' : 'running' }),
  );
  const made = run({ 'bulk.status': status });
  await made.begin('run-1');

  done = 2;
  await vi.advanceTimersByTimeAsync(2_000);
  const during = made.progress.value?.done;
  done = 3;
  await vi.advanceTimersByTimeAsync(2_000);
  const calls = status.mock.calls.length;
  await vi.advanceTimersByTimeAsync(60_000);

  expect(during).toBe(2);
  expect(made.progress.value).toMatchObject({ done: 3, state: 'finished' });
  expect(status).toHaveBeenCalledTimes(calls);
  expect(vi.getTimerCount()).toBe(0);
});

test('does not ask from a hidden tab, and asks again when it is seen', async () => {
  let isHidden = true;
  const status = vi.fn(aBulkWorker()['bulk.status']);
  const made = run({ 'bulk.status': status }, () => isHidden);
  await made.begin('run-1');
  status.mockClear();

  await vi.advanceTimersByTimeAsync(30_000);
  const whileHidden = status.mock.calls.length;
  isHidden = false;
  await vi.advanceTimersByTimeAsync(2_000);

  expect(whileHidden).toBe(0);
  expect(status).toHaveBeenCalledOnce();
});

test('comes back after a reload of the page, by the tab and not by the page', async () => {
  const made = run({ 'bulk.recall': async () => aBulkProgress({ runId: 'run-7' }) });

  await made.recall();

  expect(made.progress.value?.runId).toBe('run-7');
});

test('a tab that has started nothing says nothing, even when nobody answers', async () => {
  const made = run({
    'bulk.recall': async () => {
      throw new RpcFailure('internal');
    },
  });

  await made.recall();

  expect(made.progress.value).toBeUndefined();
  expect(made.failure.value).toBeUndefined();
  expect(vi.getTimerCount()).toBe(0);
});

test('stops half-way, and shows that it is at it until the worker says so', async () => {
  let state: 'running' | 'canceled' = 'running';
  const cancel = vi.fn(async () => undefined);
  const made = run({
    'bulk.cancel': cancel,
    'bulk.status': async () => aBulkProgress({ state }),
  });
  await made.begin('run-1');

  await made.cancel();
  const during = made.isCanceling.value;
  state = 'canceled';
  await made.refresh();

  expect(cancel).toHaveBeenCalledExactlyOnceWith({ runId: 'run-1' });
  expect(during).toBe(true);
  expect(made.isCanceling.value).toBe(false);
  expect(made.progress.value?.state).toBe('canceled');
});

test('a lost connection keeps what is known, is named, and heals by itself', async () => {
  let isBroken = false;
  const made = run({
    'bulk.status': async () => {
      if (isBroken) throw new RpcFailure('internal');
      return aBulkProgress();
    },
  });
  await made.begin('run-1');
  isBroken = true;
  await made.refresh();
  const broken = { failure: made.failure.value, done: made.progress.value?.done };

  isBroken = false;
  await vi.advanceTimersByTimeAsync(2_000);

  expect(broken).toEqual({ failure: 'internal', done: 1 });
  expect(made.failure.value).toBeUndefined();
});

test('an orphan stops asking', async () => {
  const made = run({
    'bulk.status': async () => {
      throw new RpcFailure('orphaned');
    },
  });

  await made.begin('run-1');

  expect(made.failure.value).toBe('orphaned');
  expect(vi.getTimerCount()).toBe(0);
});

test('what has been seen is forgotten, here and in the worker, and a late answer changes nothing', async () => {
  const forget = vi.fn(async () => undefined);
  const made = run({ 'bulk.forget': forget });
  await made.begin('run-1');

  const late = made.refresh();
  made.dismiss();
  await late;

  expect(forget).toHaveBeenCalledOnce();
  expect(made.progress.value).toBeUndefined();
  expect(vi.getTimerCount()).toBe(0);
});

test('nothing runs after the end', async () => {
  const made = run();
  await made.begin('run-1');

  life.abort();

  expect(vi.getTimerCount()).toBe(0);
});
