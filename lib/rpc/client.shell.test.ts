import { expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { rpc } from './client';

/** The browser hands messages over as JSON, which the fake one does not. */
function workerAnswers(answer: unknown): void {
  const travelled: unknown = JSON.parse(JSON.stringify(answer));
  Object.assign(fakeBrowser.runtime, { sendMessage: async () => travelled });
}

test('an answer without a value is an answer', async () => {
  workerAnswers({ kind: 'answer', value: undefined });

  await expect(rpc['settings.save']({ undoSeconds: 5 })).resolves.toBeUndefined();
});

test('a failure keeps its code', async () => {
  workerAnswers({ kind: 'failure', code: 'forbidden' });

  await expect(rpc['settings.save']({ undoSeconds: 5 })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('an answer of somebody else is no answer', async () => {
  workerAnswers('hello');

  await expect(rpc['settings.save']({ undoSeconds: 5 })).rejects.toMatchObject({
    code: 'internal',
  });
});
