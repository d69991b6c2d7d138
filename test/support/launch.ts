import { type BrowserContext, chromium } from 'playwright-core';
import { findBrowser } from './find-browser.ts';

/** Everything is on this machine: what takes longer does not come. */
const PATIENCE_MS = 30_000;

export interface LaunchOptions {
  readonly profile: string;
  /** Folder of the unpacked extension. */
  readonly extension: string;
  /** Port of the stand-in for every host of the outside world. */
  readonly sitesPort: number;
  /** More switches of the browser. */
  readonly args?: readonly string[];
  readonly headless?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** Chromium with the extension, where every host name leads to the local sites. */
export async function launch(options: LaunchOptions): Promise<BrowserContext> {
  const { profile, extension, sitesPort, headless = true, args = [] } = options;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser(headless ? 'machine' : 'person'),
    headless: false, // Playwright's own headless mode would be the old one, see --headless=new.
    // Whoever opened it closes it, profile and servers included; Playwright would just exit.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      ...(headless ? ['--headless=new'] : []),
      '--no-sandbox',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--hide-scrollbars',
      '--lang=en',
      `--host-resolver-rules=MAP * 127.0.0.1:${sitesPort}, EXCLUDE localhost, EXCLUDE 127.0.0.1`,
      '--ignore-certificate-errors',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      '--enable-unsafe-extension-debugging',
      ...args,
    ],
    env: { ...process.env, LANGUAGE: 'en' },
    colorScheme: 'light',
    viewport: options.viewport ?? { width: 1280, height: 800 },
  });
  context.setDefaultTimeout(PATIENCE_MS);
  return context;
}
