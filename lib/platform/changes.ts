import { browser } from 'wxt/browser';

const CHANNEL = 'sequence-overlay-changes';

/**
 * Tells every open surface that something stored has changed. Our own pages hear it over a
 * `BroadcastChannel`; overlays live in other origins and hear it over `tabs.sendMessage`.
 */
export async function announceChange(): Promise<void> {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('changed');
  channel.close();
  const tabs = await browser.tabs.query({});
  // Tabs without an overlay refuse the message; that is the common case, not a fault.
  await Promise.allSettled(
    tabs.map(async (tab) => {
      if (tab.id !== undefined && tab.url !== undefined) {
        await browser.tabs.sendMessage(tab.id, { to: 'overlay', kind: 'changed' });
      }
    }),
  );
}

/** Calls back when something stored has changed; for the popup and the options page. */
export function onChange(handler: () => void, signal: AbortSignal): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', () => handler(), { signal });
  signal.addEventListener('abort', () => channel.close(), { once: true });
}
