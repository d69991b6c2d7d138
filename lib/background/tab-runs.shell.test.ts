import { expect, test } from 'vitest';
import type { Browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { startBulk } from '@/lib/background/bulk/start-bulk';
import { senderId, sequenceId } from '@/test/support/builders';
import { people } from '@/test/support/bulk-builders';
import { createWorkerWorld } from '@/test/support/worker-world';
import { forgetRun, recallRun, rememberRun } from './tab-runs';

/** A message from the overlay in this tab. */
async function fromTab(): Promise<Browser.runtime.MessageSender> {
  return { tab: await fakeBrowser.tabs.create({ url: 'https://crm.example.com/' }) };
}

async function started() {
  const worker = (await createWorkerWorld()).life();
  const outcome = await startBulk(worker, {
    people: people(2),
    choices: {
      sequenceId: sequenceId('sequence-1'),
      senderId: senderId('sender-1'),
      startStep: 1,
      placeholders: {},
      accepted: [],
    },
  });
  return { worker, outcome };
}

test('a tab finds the bulk that it started, after a reload and in another worker', async () => {
  const { worker, outcome } = await started();
  const tab = await fromTab();
  await rememberRun(tab, outcome);

  expect(await recallRun(worker, tab)).toMatchObject({
    state: 'running',
    total: 2,
    rows: [{ name: 'Person 1' }, { name: 'Person 2' }],
  });
});

test('another tab has started nothing, and neither has a page of our own', async () => {
  const { worker, outcome } = await started();
  await rememberRun(await fromTab(), outcome);
  await rememberRun({}, outcome);

  expect(await recallRun(worker, await fromTab())).toBeNull();
  expect(await recallRun(worker, {})).toBeNull();
});

test('what was refused is nothing to come back to', async () => {
  const { worker } = await started();
  const tab = await fromTab();

  await rememberRun(tab, { kind: 'refused', checks: [] });

  expect(await recallRun(worker, tab)).toBeNull();
});

test('what has been seen is forgotten', async () => {
  const { worker, outcome } = await started();
  const tab = await fromTab();
  await rememberRun(tab, outcome);

  await forgetRun(tab);

  expect(await recallRun(worker, tab)).toBeNull();
});
