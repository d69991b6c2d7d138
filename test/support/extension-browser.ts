import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { grantOrigins } from './grant-origins.ts';
import { type LaunchOptions, launch } from './launch.ts';
import { stopWorker } from './stop-worker.ts';

/** The build that ships. */
export const SHIPPING_BUILD = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));

export interface ExtensionBrowser {
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** Opens one of the extension's own pages, `popup.html` for example. */
  readonly openOwn: (path: string) => Promise<Page>;
  readonly killWorker: () => Promise<void>;
  /** Closes the browser and deletes its profile. */
  readonly close: () => Promise<void>;
}

export interface ExtensionBrowserOptions extends Omit<LaunchOptions, 'profile' | 'extension'> {
  readonly extension?: string;
  /** Origins the rep has allowed already, as match patterns. */
  readonly granted?: readonly string[];
}

/** A fresh profile with the extension in it, the worker running and the given origins granted. */
export async function openExtensionBrowser(
  options: ExtensionBrowserOptions,
): Promise<ExtensionBrowser> {
  const { granted = [], extension = SHIPPING_BUILD, ...rest } = options;
  const profile = await mkdtemp(join(tmpdir(), 'sequence-overlay-'));
  const start = () => launch({ ...rest, extension, profile });
  let context = await start();
  let extensionId = await workerId(context);
  if (granted.length > 0) {
    await context.close();
    await grantOrigins(profile, extensionId, granted);
    context = await start();
    extensionId = await workerId(context);
  }
  return {
    context,
    extensionId,
    openOwn: async (path) => {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extensionId}/${path}`);
      return page;
    },
    killWorker: () => stopWorker(context, extensionId),
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function workerId(context: BrowserContext): Promise<string> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return new URL(worker.url()).host;
}
