export interface LocationWatch {
  readonly document: Document;
  /** The address has changed; the document usually has not yet. */
  readonly onChange: (url: URL) => void;
  readonly signal: AbortSignal;
}

const POLL_MS = 1_000;

/**
 * Notices that a single-page site has moved on. A content script cannot see `pushState` and some
 * routers fire nothing, so events make it quick and a poll makes it certain.
 *
 * @returns asks at once, for callers who saw the document change
 */
export function watchLocation({ document, onChange, signal }: LocationWatch): () => void {
  let href = document.location.href;
  const check = () => {
    if (signal.aborted || document.location.href === href) return;
    href = document.location.href;
    onChange(new URL(href));
  };

  const timer = setInterval(check, POLL_MS);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  for (const type of ['popstate', 'hashchange', 'pageshow']) {
    window.addEventListener(type, check, { signal });
  }
  document.addEventListener('visibilitychange', check, { signal });
  return check;
}
