import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { rpc } from './client';
import { type FailureCode, RpcFailure } from './failure';
import { type MessageName, protocol } from './protocol';

const sent = vi.fn<(message: unknown) => unknown>();

beforeEach(() => {
  sent.mockReset();
  fakeBrowser.runtime.id = 'test-extension-id';
  // Messages travel as JSON: what is undefined does not arrive.
  fakeBrowser.runtime.sendMessage = async (message: unknown) => {
    const answer = await sent(JSON.parse(JSON.stringify(message)));
    return answer === undefined ? undefined : JSON.parse(JSON.stringify(answer));
  };
});

async function codeOf(asking: Promise<unknown>): Promise<FailureCode> {
  const cause: unknown = await asking.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (cause instanceof RpcFailure) return cause.code;
  throw new Error('expected an RpcFailure', { cause });
}

test.each(Object.keys(protocol) as MessageName[])('%s is sent under its name', async (name) => {
  sent.mockReturnValue({ kind: 'answer' });

  await rpc[name]({} as never);

  expect(sent).toHaveBeenCalledExactlyOnceWith({ rpc: name, input: {} });
});

test('a request carries its name and input, and its answer comes back', async () => {
  sent.mockReturnValue({ kind: 'answer', value: [{ kind: 'unknown' }] });

  const statuses = await rpc['contact.status']({ people: [] });

  expect(statuses).toEqual([{ kind: 'unknown' }]);
  expect(sent).toHaveBeenCalledExactlyOnceWith({ rpc: 'contact.status', input: { people: [] } });
});

test('an answer without a value is an answer', async () => {
  sent.mockReturnValue({ kind: 'answer', value: undefined });

  await expect(rpc['engine.nudge']({})).resolves.toBeUndefined();
});

test.each([
  'badRequest',
  'forbidden',
  'orphaned',
  'storeUnavailable',
  'internal',
] as const)('the failure %s is thrown with its code', async (code) => {
  sent.mockReturnValue({ kind: 'failure', code });

  expect(await codeOf(rpc['engine.nudge']({}))).toBe(code);
});

test.each([
  undefined,
  null,
  'text',
  {},
  { kind: 'other' },
  { kind: 'failure', code: 'unheard of' },
])('an answer that is none is an internal failure: %j', async (value) => {
  sent.mockReturnValue(value);

  expect(await codeOf(rpc['engine.nudge']({}))).toBe('internal');
});

test('a worker that cannot be reached is an internal failure that keeps its cause', async () => {
  const cause = new Error('Could not establish connection. Receiving end does not exist.');
  sent.mockRejectedValue(cause);

  await expect(rpc['engine.nudge']({})).rejects.toMatchObject({ code: 'internal', cause });
});

test('after an update nothing is sent any more, and the page learns that it is orphaned', async () => {
  Object.assign(fakeBrowser.runtime, { id: undefined });

  expect(await codeOf(rpc['engine.nudge']({}))).toBe('orphaned');
  expect(sent).not.toHaveBeenCalled();
});

test('an extension without any runtime is gone as well', async () => {
  const runtime = fakeBrowser.runtime;
  Object.assign(fakeBrowser, { runtime: undefined });

  const code = await codeOf(rpc['engine.nudge']({})).finally(() =>
    Object.assign(fakeBrowser, { runtime }),
  );

  expect(code).toBe('orphaned');
});

test.each([
  'Extension context invalidated.',
  'Error: extension context INVALIDATED',
])('an update while the request is on its way orphans the page: %s', async (text) => {
  sent.mockRejectedValue(new Error(text));

  expect(await codeOf(rpc['engine.nudge']({}))).toBe('orphaned');
});

test('an extension that vanishes while the request is on its way orphans the page', async () => {
  sent.mockImplementation(() => {
    Object.assign(fakeBrowser.runtime, { id: undefined });
    throw new Error('The message port closed before a response was received.');
  });

  expect(await codeOf(rpc['engine.nudge']({}))).toBe('orphaned');
});
