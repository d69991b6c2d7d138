import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { deliverMessage } from '@/test/support/deliver-message';
import { isExtensionAlive, notifyWorker } from './notify-worker';
import { protocol } from './protocol';
import { type Handlers, serve } from './serve';

let calls: unknown[];

/** A worker that answers every message and writes down what reached it. */
const handlers = Object.fromEntries(
  Object.keys(protocol).map((name) => [name, (input: unknown) => void calls.push([name, input])]),
) as unknown as Handlers;

beforeEach(() => {
  calls = [];
  vi.stubGlobal('chrome', { runtime: { id: fakeBrowser.runtime.id, sendMessage: fromPage } });
});
afterEach(() => vi.unstubAllGlobals());

/** A content script's way to the worker: the browser adds who sent the message. */
async function fromPage(message: unknown): Promise<unknown> {
  const url = 'https://mail.google.com/mail/u/0/';
  const tab = await fakeBrowser.tabs.create({ url });
  const sender = { id: fakeBrowser.runtime.id, tab, frameId: 0, url };
  return deliverMessage(message, sender);
}

test('what the gate says is understood by the worker', async () => {
  serve(handlers, () => undefined);

  expect(await notifyWorker('page.recognized', { site: 'gmail' })).toBe(true);
  expect(calls).toEqual([['page.recognized', { site: 'gmail' }]]);
});

test('what the worker refuses was not taken', async () => {
  serve(handlers, () => undefined);

  expect(await notifyWorker('page.recognized', { site: 'x'.repeat(100) })).toBe(false);
  expect(calls).toEqual([]);
});

test('without a worker nothing was taken, and nothing is thrown', async () => {
  expect(await notifyWorker('page.recognized', { site: 'gmail' })).toBe(false);
});

test('after an update of the extension nothing is thrown', async () => {
  vi.stubGlobal('chrome', { runtime: {} });

  expect(isExtensionAlive()).toBe(false);
  expect(await notifyWorker('page.recognized', { site: 'gmail' })).toBe(false);
});

test('a browser without extensions has none alive', () => {
  vi.stubGlobal('chrome', undefined);

  expect(isExtensionAlive()).toBe(false);
});
