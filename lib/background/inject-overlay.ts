import { browser } from 'wxt/browser';
import { RpcFailure } from '@/lib/rpc/failure';
import type { Sender } from '@/lib/rpc/serve';

/** Puts the overlay into the tab whose gate has recognised its page. */
export async function injectOverlay({ tab, frameId }: Sender): Promise<void> {
  if (tab?.id === undefined) throw new RpcFailure('forbidden');
  await browser.scripting.executeScript({
    target: { tabId: tab.id, frameIds: [frameId ?? 0] },
    files: ['/content-scripts/overlay.js'],
  });
}
