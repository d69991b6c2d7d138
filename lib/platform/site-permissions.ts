import { browser } from 'wxt/browser';

/**
 * Which sites the rep has switched on. The browser is the only truth: a permission can be taken
 * back there at any time, so nothing here is remembered. Origins are match patterns, `https://host/*`.
 */
export interface SitePermissions {
  readonly granted: () => Promise<readonly string[]>;
  /** Shows the browser's question. Call it first thing in a click: after an `await` it is refused. */
  readonly request: (origins: readonly string[]) => Promise<boolean>;
  readonly remove: (origins: readonly string[]) => Promise<boolean>;
  /** Runs after any grant or removal, ours or the browser's own, until the signal ends it. */
  readonly onChanged: (handler: () => void, signal: AbortSignal) => void;
}

export function createSitePermissions(): SitePermissions {
  return {
    granted: async () => (await browser.permissions.getAll()).origins ?? [],
    request: (origins) => browser.permissions.request({ origins: [...origins] }),
    remove: (origins) => browser.permissions.remove({ origins: [...origins] }),
    onChanged: (handler, signal) => {
      if (signal.aborted) return;
      const changed = () => handler();
      browser.permissions.onAdded.addListener(changed);
      browser.permissions.onRemoved.addListener(changed);
      signal.addEventListener('abort', () => {
        browser.permissions.onAdded.removeListener(changed);
        browser.permissions.onRemoved.removeListener(changed);
      });
    },
  };
}
