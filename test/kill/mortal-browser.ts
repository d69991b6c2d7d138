import { readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { SHIPPING_BUILD } from '../support/extension-browser.ts';
import { extensionIdOf } from '../support/extension-id.ts';
import { launch } from '../support/launch.ts';

/** One life of a browser whose profile outlives it. */
export interface MortalBrowser {
  readonly context: BrowserContext;
  /** Opens one of the extension's own pages. */
  readonly openOwn: (path: string) => Promise<Page>;
  /** Ends every process of it at once, in the middle of whatever it does. */
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface MortalOptions {
  readonly profile: string;
  readonly sitesPort: number;
  readonly args: readonly string[];
}

export const EXTENSION_ID = extensionIdOf(SHIPPING_BUILD);

export async function startMortal({ profile, ...options }: MortalOptions): Promise<MortalBrowser> {
  // What a killed browser leaves behind, or the next one would look for it.
  for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket']) {
    await rm(join(profile, name), { force: true });
  }
  const context = await launch({ ...options, profile, extension: SHIPPING_BUILD });
  // `host-pid`, the process of the browser itself.
  const lock = await readlink(join(profile, 'SingletonLock'));
  const pid = Number(lock.slice(lock.lastIndexOf('-') + 1));
  const closed = new Promise<void>((resolve) => context.once('close', () => resolve()));
  return {
    context,
    openOwn: async (path) => {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${EXTENSION_ID}/${path}`);
      return page;
    },
    kill: async () => {
      // It leads a group of its own: renderers, network, storage and all.
      process.kill(-pid, 'SIGKILL');
      await closed;
    },
    close: () => context.close(),
  };
}
