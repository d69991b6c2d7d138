import { identifyGeneric } from './generic/identify';
import { showsPeople } from './generic/shows-people';
import { knownSiteOf } from './known-sites';

export interface Gate {
  readonly document: Document;
  /** Asks for the overlay; resolves to whether the worker took the request. */
  readonly request: (site: string) => Promise<boolean>;
  /** False once the extension was updated, switched off or removed. */
  readonly isAlive: () => boolean;
  readonly signal: AbortSignal;
}

const POLL_MS = 1_000;
/** A worker that cannot start will not start for asking; a new address is a new chance. */
const MOST_TRIES = 5;

/** The id of the adapter with something to say about this page, by the cheapest question. */
export function recognize(url: URL, document: Document): string | undefined {
  const known = knownSiteOf(url);
  if (known) return known.identify(url) && known.id;
  try {
    return identifyGeneric(url) && showsPeople(document) ? 'generic' : undefined;
  } catch {
    // A page can hide the document's own methods behind elements of their names.
    return undefined;
  }
}

/** Waits, at next to no cost, for a page that we know; asks for the overlay once and is gone. */
export function startGate({ document, request, isAlive, signal }: Gate): void {
  const end = new AbortController();
  const over = AbortSignal.any([signal, end.signal]);
  let href = '';
  let tries = 0;
  let asking = false;

  const look = async () => {
    if (!isAlive()) return end.abort();
    if (asking || document.hidden) return;
    if (document.location.href !== href) {
      href = document.location.href;
      tries = 0;
    }
    const site = tries < MOST_TRIES ? recognize(new URL(href), document) : undefined;
    if (site === undefined) return;
    asking = true;
    tries += 1;
    if (await request(site)) end.abort();
    asking = false;
  };

  const timer = setInterval(look, POLL_MS);
  over.addEventListener('abort', () => clearInterval(timer), { once: true });
  document.addEventListener('visibilitychange', look, { signal: over });
  void look();
}
