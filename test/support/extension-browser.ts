import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { setDeveloperMode } from './browser-settings.ts';
import { grantOrigins } from './grant-origins.ts';
import { type LaunchOptions, launch } from './launch.ts';
import { stopWorker } from './stop-worker.ts';

/** The build that ships. */
export const SHIPPING_BUILD = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));

export interface ExtensionBrowser {
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** The page that the extension opens by itself when it was installed. */
  readonly firstRun: Page;
  /** Opens one of the extension's own pages, `popup.html` for example. */
  readonly openOwn: (path: string) => Promise<Page>;
  readonly killWorker: () => Promise<void>;
  /** Closes the browser, opens it again with the same profile, and there one of our pages. */
  readonly reopen: (path: string) => Promise<Page>;
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
  const extensionId = await workerId(context, extension);
  if (granted.length > 0) {
    await setDeveloperMode(context);
    await context.close();
    await grantOrigins(profile, extensionId, granted);
    context = await start();
  }
  const firstRun = await firstRunPage(context, extensionId);
  return {
    context,
    extensionId,
    firstRun,
    openOwn: async (path) => {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extensionId}/${path}`);
      return page;
    },
    killWorker: () => stopWorker(context, extensionId),
    reopen: async (path) => {
      await context.close();
      context = await start();
      // Loaded from the command line it is installed anew each time, and would lead our page to its first place.
      await firstRunPage(context, extensionId);
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extensionId}/${path}`);
      return page;
    },
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The id, once the worker runs. */
async function workerId(context: BrowserContext, extension: string): Promise<string> {
  const started = () => context.waitForEvent('serviceworker', { timeout: 5_000 });
  const loaded = context.serviceWorkers()[0] ?? (await started().catch(() => undefined));
  if (loaded) return new URL(loaded.url()).host;
  // Branded Chrome and Edge ignore --load-extension and take the extension over the debugging pipe.
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('the browser has no debugging session');
  const [worker] = await Promise.all([
    started(),
    session.send('Extensions.loadUnpacked', { path: extension }),
  ]);
  return new URL(worker.url()).host;
}

async function firstRunPage(context: BrowserContext, extensionId: string): Promise<Page> {
  const isOurs = (page: Page) => page.url().startsWith(`chrome-extension://${extensionId}/options`);
  const opened = context.pages().find(isOurs);
  if (opened) return opened;
  const page = await context.waitForEvent('page');
  await page.waitForURL(/options\.html/);
  return page;
}
