import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RpcFailure } from '@/lib/rpc/failure';
import { NOW } from '@/test/support/builders';
import { aBulkProgress, aBulkWorker, people } from '@/test/support/bulk-builders';
import { type BulkRpc, createBulk } from './bulk';

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
const bulk = (overrides: Partial<BulkRpc> = {}) =>
  createBulk({ rpc: aBulkWorker(overrides), isHidden: () => false, signal: life.signal });
const names = ({ form }: ReturnType<typeof bulk>) =>
  form.value.view.value.rows.map(({ name }) => name);

test('stands on the page while somebody is ticked', () => {
  const made = bulk();
  const before = made.isNeeded.value;

  made.select({ people: people(2) });
  const during = made.isNeeded.value;
  made.select({ people: [] });

  expect([before, during, made.isNeeded.value]).toEqual([false, true, false]);
});

test('an open popover follows the ticks, but not when the page takes all of them away', async () => {
  const made = bulk();
  made.select({ people: people(2) });
  made.open();
  await settle();

  made.select({ people: people(3) });
  await settle();
  const followed = names(made);
  made.select({ people: [] });
  await settle();

  expect(followed).toEqual(['Person 1', 'Person 2', 'Person 3']);
  expect(names(made)).toHaveLength(3);
  expect(made.isNeeded.value).toBe(true);
});

test('opened for everybody on a page, it leaves ticks alone', async () => {
  const made = bulk();
  made.open(people(2));
  await settle();

  made.select({ people: people(5) });
  await settle();

  expect(names(made)).toEqual(['Person 1', 'Person 2']);
});

test('closing loses nothing that was chosen', async () => {
  const made = bulk();
  made.select({ people: people(2) });
  made.open();
  await settle();
  made.form.value.fill('opener', 'Nice talk');

  made.close();
  made.open();
  await settle();

  expect(made.form.value.view.value.placeholders).toEqual({ opener: 'Nice talk' });
});

test('once started it shows how far it is, and the next one starts from a clean form', async () => {
  const made = bulk();
  made.select({ people: people(3) });
  made.open();
  await settle();
  made.form.value.fill('opener', 'Nice talk');
  await settle();

  await made.start();

  expect(made.run.progress.value).toMatchObject({ runId: 'run-1', done: 1 });
  expect(made.form.value.view.value.placeholders).toEqual({});
  expect(made.isOpen.value).toBe(true);
});

test('a bulk that runs can be closed, opened again, and stays on the page after the ticks', async () => {
  const made = bulk();
  made.select({ people: people(3) });
  made.open();
  await settle();
  await made.start();

  made.close();
  made.select({ people: [] });
  const isNeeded = made.isNeeded.value;
  made.open();

  expect(isNeeded).toBe(true);
  expect(made.run.progress.value?.state).toBe('running');
  made.dismiss();
  expect(made.isNeeded.value).toBe(false);
});

test('a push asks for the progress of what runs, else for the open preview', async () => {
  const status = vi.fn(async () => aBulkProgress());
  const preview = vi.fn(aBulkWorker()['bulk.preview']);
  const made = bulk({ 'bulk.status': status, 'bulk.preview': preview });
  made.refresh();
  const whileClosed = preview.mock.calls.length;
  made.select({ people: people(1) });
  made.open();
  await settle();
  preview.mockClear();

  made.refresh();
  const previews = preview.mock.calls.length;
  await settle();
  await made.start();
  status.mockClear();
  made.refresh();

  expect([whileClosed, previews, preview.mock.calls.length, status.mock.calls.length]).toEqual([
    0, 1, 1, 1,
  ]);
});

test('knows when its extension is gone', async () => {
  const made = bulk({
    'bulk.preview': async () => {
      throw new RpcFailure('orphaned');
    },
  });
  made.select({ people: people(1) });

  made.open();
  await settle();

  expect(made.isOrphaned.value).toBe(true);
});
