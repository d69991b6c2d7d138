import { browser } from 'wxt/browser';
import { SECOND } from '@/lib/time/instant';

export type SignedIn =
  | { readonly kind: 'redirected'; readonly url: string }
  /** The person closed the window, or the page they saw led nowhere. */
  | { readonly kind: 'cancelled' }
  /** The page could not be loaded at all. */
  | { readonly kind: 'offline' };

/** How long a page may take to let us in without a person. */
const SILENT_MS = 15 * SECOND;

/** Signing in to somebody else's service in a window of the browser's. */
export interface Identity {
  /** Where the service sends the window when it is done; to be registered there. */
  readonly redirectUri: () => string;
  /** `silent`: no window; works only where the browser is signed in already. */
  readonly signIn: (
    url: string,
    signal: AbortSignal,
    options?: { readonly silent: boolean },
  ) => Promise<SignedIn>;
}

export const browserIdentity: Identity = { redirectUri, signIn };

/**
 * Firefox' own redirect host is refused by Google, so that the loopback form is used there, which
 * Firefox takes for the same thing.
 */
function redirectUri(): string {
  const url = new URL(browser.identity.getRedirectURL());
  const [, name] = /^([^.]+)\.extensions\.allizom\.org$/.exec(url.hostname) ?? [];
  return name === undefined ? url.href : `http://127.0.0.1/mozoauth2/${name}`;
}

/** Sign-in pages may lead on by script; Firefox knows neither word and refuses what it does not know. */
const PATIENCE =
  import.meta.env.BROWSER === 'firefox'
    ? {}
    : { abortOnLoadForNonInteractive: false, timeoutMsForNonInteractive: SILENT_MS };

async function signIn(
  url: string,
  signal: AbortSignal,
  { silent }: { readonly silent: boolean } = { silent: false },
): Promise<SignedIn> {
  signal.throwIfAborted();
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    // The window itself cannot be closed from here; whoever aborts stops waiting for it.
    const answer = await Promise.race([
      browser.identity.launchWebAuthFlow({ url, interactive: !silent, ...(silent && PATIENCE) }),
      aborted.promise,
    ]);
    return answer === undefined || answer === ''
      ? { kind: 'cancelled' }
      : { kind: 'redirected', url: answer };
  } catch (cause) {
    signal.throwIfAborted();
    const text = cause instanceof Error ? cause.message : String(cause);
    // Chrome: "Authorization page could not be loaded." Everything else is the person's own doing.
    return { kind: /could not be loaded/i.test(text) ? 'offline' : 'cancelled' };
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
