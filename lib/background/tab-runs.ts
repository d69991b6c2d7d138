import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { bulkStatus } from '@/lib/background/bulk/bulk-status';
import type { BulkProgress, BulkStarted } from '@/lib/rpc/bulk-views';
import type { Sender } from '@/lib/rpc/serve';
import type { WorkerDeps } from './deps';

/**
 * Which bulk a tab started last. A page has no place of its own to remember it: its storage is open
 * to the page, and ours is closed to content scripts. Gone with the browser, as the tabs are.
 */
const keyOf = (sender: Sender) => `bulk-of-tab:${sender.tab?.id}`;

/** Remembers what has just been started, if it was by a page. */
export async function rememberRun(sender: Sender, started: BulkStarted): Promise<BulkStarted> {
  if (started.kind === 'started' && sender.tab?.id !== undefined) {
    await browser.storage.session.set({ [keyOf(sender)]: started.runId });
  }
  return started;
}

export async function recallRun(
  deps: Pick<WorkerDeps, 'connection'>,
  sender: Sender,
): Promise<BulkProgress | null> {
  const key = keyOf(sender);
  const runId = v.safeParse(v.string(), (await browser.storage.session.get(key))[key]);
  return runId.success ? bulkStatus(deps, runId.output) : null;
}

export async function forgetRun(sender: Sender): Promise<void> {
  await browser.storage.session.remove(keyOf(sender));
}
