import { serveRoutes } from '../pages/serve-routes.ts';
import {
  type ExtensionBrowser,
  openExtensionBrowser,
  SHIPPING_BUILD,
} from './extension-browser.ts';
import { extensionIdOf } from './extension-id.ts';
import { type Google, startGoogle } from './google-emulator.ts';
import type { LaunchOptions } from './launch.ts';
import { createMicrosoft, type Microsoft } from './microsoft.ts';
import { startTlsSites, type TlsSites } from './tls-sites.ts';

/** The rep whose mailbox it is, and the OAuth client of the rep's company. */
export const REP = { email: 'rep@example.com', name: 'Robin Rep' } as const;
export const CLIENT = {
  id: 'sequence-overlay.apps.googleusercontent.com',
  secret: 'not-a-secret',
} as const;

/** The app that the rep's company registered at Microsoft. */
export const MICROSOFT_APP = { id: '11111111-2222-3333-4444-555555555555' } as const;

/** The sites of the first run, as the browser keeps them. */
export const KNOWN_ORIGINS = ['https://mail.google.com/*', 'https://*.hubspot.com/*'] as const;

/** Everything around the extension that is not the extension: mailbox, sites, browser. */
export interface World {
  readonly google: Google;
  readonly microsoft: Microsoft;
  readonly sites: TlsSites;
  readonly browser: ExtensionBrowser;
  readonly close: () => Promise<void>;
}

export interface WorldOptions extends Omit<LaunchOptions, 'profile' | 'extension' | 'sitesPort'> {
  readonly extension?: string;
  /** Origins that the rep has allowed already; both known sites unless told. */
  readonly granted?: readonly string[];
}

export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const { extension = SHIPPING_BUILD, granted = KNOWN_ORIGINS, ...rest } = options;
  const closers: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const redirect = `https://${extensionIdOf(extension)}.chromiumapp.org/`;
    const google = await startGoogle({
      users: [REP],
      clients: [{ ...CLIENT, redirectUris: [redirect] }],
    });
    closers.push(google.close);
    const microsoft = createMicrosoft({
      users: [REP],
      clients: [{ ...MICROSOFT_APP, redirectUris: [redirect] }],
    });
    const sites = await startTlsSites({
      google: google.origin,
      microsoft,
      page: serveRoutes,
    });
    closers.push(sites.close);
    const browser = await openExtensionBrowser({
      ...rest,
      extension,
      granted,
      sitesPort: sites.port,
    });
    closers.push(browser.close);
    return { google, microsoft, sites, browser, close };
  } catch (cause) {
    await close();
    throw cause;
  }
}
