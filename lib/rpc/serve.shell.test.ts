import * as v from 'valibot';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type Browser, browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { StoreUnavailable } from '@/lib/store/store-unavailable';
import { deliverMessage } from '@/test/support/deliver-message';
import { goodMessages as good } from '@/test/support/good-messages';
import type { Caller, MessageSpec } from './define';
import { RpcFailure } from './failure';
import { type MessageName, protocol } from './protocol';
import { answer, type Handlers, type Sender, serve } from './serve';

const ORIGIN = 'chrome-extension://test-extension-id';
const names = Object.keys(protocol) as MessageName[];
const specOf = (name: MessageName): MessageSpec => protocol[name];

beforeEach(() => {
  fakeBrowser.runtime.getURL = (path: string) => `${ORIGIN}${path}`;
});

const tab = { id: 7, url: 'https://mail.google.com/mail/u/0/' } as Browser.tabs.Tab;
const page = (over: Partial<Sender> = {}): Sender => ({
  id: browser.runtime.id,
  tab,
  frameId: 0,
  url: 'https://mail.google.com/mail/u/0/',
  origin: 'https://mail.google.com',
  ...over,
});
const ours = (over: Partial<Sender> = {}): Sender => ({
  id: browser.runtime.id,
  url: `${ORIGIN}/options.html#mailbox`,
  origin: ORIGIN,
  ...over,
});
const { id: _id, ...withoutId } = page();
const { tab: _tab, ...withoutTab } = page();

function aWorker(handle: (name: string, input: unknown) => unknown = () => 'done') {
  const calls: string[] = [];
  const handlers = Object.fromEntries(
    names.map((name) => [
      name,
      (input: unknown) => {
        calls.push(name);
        return handle(name, input);
      },
    ]),
  ) as unknown as Handlers;
  const report = vi.fn();
  const ask = (name: string, input: unknown, sender: Sender) =>
    answer(handlers, name, input, sender, report);
  return { handlers, calls, report, ask };
}

const nobody: readonly (readonly [string, Sender])[] = [
  ['another extension', page({ id: 'abcdefghijklmnopabcdefghijklmnop' })],
  ['another extension that says it is us', ours({ id: 'abcdefghijklmnopabcdefghijklmnop' })],
  ['no extension at all', withoutId],
  ['a frame within a page', page({ frameId: 3 })],
  ['a page over http', page({ url: 'http://mail.google.com/', origin: 'http://mail.google.com' })],
  ['a content script without a tab', withoutTab],
  ['a file', page({ url: 'file:///home/rep/mail.html', origin: 'null' })],
  ['a sandboxed page', page({ url: 'about:srcdoc', origin: 'null' })],
  ['a blank page', page({ url: 'about:blank', origin: 'null' })],
  [
    'a page of another extension',
    page({ url: 'chrome-extension://other/p.html', origin: 'chrome-extension://other' }),
  ],
  [
    'a host that looks like ours',
    page({ url: 'data:text/html,x', origin: `${ORIGIN}.example.com` }),
  ],
];
const callers: Readonly<Record<Caller, Sender>> = { page: page(), extension: ours() };

describe.each(names)('%s', (name) => {
  test('reaches its handler from where it may come from', async () => {
    for (const caller of specOf(name).from) {
      const { ask, calls } = aWorker();

      expect(await ask(name, good[name], callers[caller])).toEqual({
        kind: 'answer',
        value: 'done',
      });
      expect(calls).toEqual([name]);
    }
  });

  test.each(nobody)('is forbidden to %s', async (_who, sender) => {
    const { ask, calls, report } = aWorker();

    expect(await ask(name, good[name], sender)).toEqual({ kind: 'failure', code: 'forbidden' });
    expect(calls).toEqual([]);
    expect(report).not.toHaveBeenCalled();
  });

  test('is forbidden to the contexts that its declaration leaves out', async () => {
    const others = (['page', 'extension'] as const).filter(
      (one) => !specOf(name).from.includes(one),
    );
    for (const caller of others) {
      const { ask, calls } = aWorker();

      expect(await ask(name, good[name], callers[caller])).toEqual({
        kind: 'failure',
        code: 'forbidden',
      });
      expect(calls).toEqual([]);
    }
  });

  test.each([
    undefined,
    null,
    0,
    '',
    'text',
    [],
    [1],
    { nothing: 'that fits' },
  ])('is a bad request with the input %j, or its schema takes it', async (input) => {
    const { ask, calls } = aWorker();
    const [caller = 'extension'] = specOf(name).from;
    const fits = v.safeParse(specOf(name).input, input).success;

    const got = await ask(name, input, callers[caller]);

    expect(got.kind).toBe(fits ? 'answer' : 'failure');
    if (!fits) expect(got).toEqual({ kind: 'failure', code: 'badRequest' });
    expect(calls).toEqual(fits ? [name] : []);
  });
});

test('only messages without content take anything at all', () => {
  const lax = names.filter((name) => v.safeParse(specOf(name).input, { nothing: 'fits' }).success);

  expect(lax).toEqual([
    'bulk.recall',
    'bulk.forget',
    'backup.create',
    'loss.dismiss',
    'engine.dismissCatchUp',
    'engine.nudge',
    'settings.save',
  ]);
});

test('what spends trust is for our own pages only', () => {
  const trusted = names.filter((name) => !specOf(name).from.includes('page'));

  expect(trusted).toEqual([
    'backup.create',
    'backup.restore',
    'loss.dismiss',
    'sequence.save',
    'sequence.duplicate',
    'sequence.change',
    'sender.save',
    'suppression.add',
    'suppression.remove',
    'calendar.save',
    'engine.pauseAll',
    'engine.dismissCatchUp',
    'sender.away',
    'outbox.retry',
    'workflow.save',
    'workflow.switchOn',
    'workflow.switchOff',
    'workflow.release',
    'workflow.delete',
    'workflow.enter',
    'workflow.leave',
    'workflow.dryRun',
    'workflow.explain',
    'task.complete',
    'task.reopen',
    'contacts.import',
    'mailbox.connect',
    'mailbox.byHand',
    'compose.sent',
    'mailbox.disconnect',
    'engine.nudge',
    'settings.save',
  ]);
});

test.each([
  '',
  'unknown',
  'contact',
  'Contact.status',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
])('a message named %j is a bad request', async (name) => {
  const { ask, calls, report } = aWorker();

  expect(await ask(name, {}, ours())).toEqual({ kind: 'failure', code: 'badRequest' });
  expect(calls).toEqual([]);
  expect(report).not.toHaveBeenCalled();
});

test.each([
  [new Error('a defect'), 'internal'],
  ['thrown text', 'internal'],
  [undefined, 'internal'],
  [new RpcFailure('forbidden'), 'forbidden'],
  [new StoreUnavailable('blocked'), 'storeUnavailable'],
  [new StoreUnavailable('newerVersion'), 'storeUnavailable'],
])('a handler that fails with %s answers %s, and the log hears of it', async (cause, code) => {
  const { ask, report } = aWorker(() => Promise.reject(cause));

  expect(await ask('engine.nudge', {}, ours())).toEqual({ kind: 'failure', code });
  expect(report.mock.calls).toEqual([['engine.nudge', cause]]);
});

test('a handler gets what the schema made of the input, and no more', async () => {
  const inputs: unknown[] = [];
  const { ask } = aWorker((_name, input) => inputs.push(input));
  const raw = {
    people: [{ name: 'A\r\nda', emails: [], extra: 1, __proto__: { evil: true } }],
    extra: 1,
  };

  await ask('contact.status', raw, page());

  expect(inputs).toEqual([{ people: [{ name: 'A da', emails: [], properties: {} }] }]);
});

test('the listener answers requests and leaves everything else to others', async () => {
  const { handlers, calls, report } = aWorker();
  serve(handlers, report);
  const send = (message: unknown) => deliverMessage(message, ours());

  expect(await send({ rpc: 'engine.nudge', input: {} })).toEqual({ kind: 'answer', value: 'done' });
  for (const other of [{ to: 'overlay', kind: 'changed' }, null, 'text', { rpc: 1, input: {} }]) {
    expect(await send(other)).toBeUndefined();
  }
  expect(calls).toEqual(['engine.nudge']);
});
