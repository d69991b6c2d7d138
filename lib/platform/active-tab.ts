import { browser } from 'wxt/browser';
import type { TabMessage } from '@/lib/rpc/tab-protocol';

/** The tab behind the popup. Its URL is readable because the click on our icon granted `activeTab`. */
export interface ActiveTab {
  readonly current: () => Promise<{ readonly id: number; readonly url: string } | undefined>;
  /** Asks our overlay in that tab. `undefined`: there is none, or it does not answer in time. */
  readonly ask: (tabId: number, message: TabMessage) => Promise<unknown>;
  readonly reload: (tabId: number) => Promise<void>;
}

/** An overlay answers from memory; one that takes longer is gone or its page hangs. */
const PATIENCE_MS = 1_500;

export function createActiveTab(): ActiveTab {
  return {
    current: async () => {
      const [tab] = await browser.tabs.query({
        active: true,
        currentWindow: true,
      });
      return tab?.id === undefined ? undefined : { id: tab.id, url: tab.url ?? '' };
    },
    ask: (tabId, message) => {
      const { promise: late, resolve } = Promise.withResolvers<undefined>();
      const timer = setTimeout(resolve, PATIENCE_MS);
      const answer = browser.tabs.sendMessage(tabId, message).catch(() => undefined);
      return Promise.race([answer, late]).finally(() => clearTimeout(timer));
    },
    reload: (tabId) => browser.tabs.reload(tabId),
  };
}
