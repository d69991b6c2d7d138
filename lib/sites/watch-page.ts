import type { PageIdentity, SiteAdapter } from './adapter';
import { watchLocation } from './watch-location';
import { watchNodes } from './watch-nodes';

export type PageChange =
  /** The address names another thing; what is on screen may still be the thing before. Hide. */
  | { readonly kind: 'left' }
  /** The page had time to settle. No `page`: nothing of ours is shown at this address. */
  | { readonly kind: 'arrived'; readonly page: PageIdentity | undefined }
  /** The same thing, but its document changed in a way that matters: read and place again. */
  | { readonly kind: 'changed'; readonly page: PageIdentity };

export interface PageWatch {
  readonly document: Document;
  readonly adapter: SiteAdapter;
  /** Called once for the page as it is, soon after the start, and then on every change. */
  readonly onChange: (change: PageChange) => void;
  readonly signal: AbortSignal;
}

/** How long a record may go on showing what the one before showed until we believe that it is so. */
const STALE_MS = 3_000;
const STALE_LOOK_MS = 200;

/** Says what page this is, over all the moves that a single-page site makes without a load. */
export function watchPage({ document, adapter, onChange, signal }: PageWatch): void {
  let page: PageIdentity | undefined;
  let settling: ReturnType<typeof setTimeout> | undefined;
  let shown = '';

  const tell = (kind: 'arrived' | 'changed') => {
    shown = page?.ref ? fingerprint(adapter, document, page) : '';
    if (kind === 'arrived') onChange({ kind, page });
    else if (page) onChange({ kind, page });
  };
  const settle = (patience: number) => {
    settling = undefined;
    // A record's reading carries the id of the address: people of the record before must not
    // be read under it, however slow the site is to replace them.
    const stale = page?.ref && shown !== '' && fingerprint(adapter, document, page) === shown;
    if (!stale || patience <= 0) return tell('arrived');
    settling = setTimeout(() => settle(patience - STALE_LOOK_MS), STALE_LOOK_MS);
  };
  const go = (url: URL) => {
    const next = adapter.identify(url);
    if (next?.key === page?.key) return;
    page = next;
    clearTimeout(settling);
    settling = setTimeout(() => settle(STALE_MS), adapter.settleMs);
    onChange({ kind: 'left' });
  };
  const changed = () => {
    if (page && settling === undefined) tell('changed');
  };

  page = adapter.identify(new URL(document.location.href));
  settling = setTimeout(() => settle(0), 0);
  const look = watchLocation({ document, onChange: go, signal });
  const schedule = watchNodes({
    document,
    watch: adapter.watch,
    onChange: changed,
    onAny: look,
    signal,
  });
  watchTicks({
    document,
    onTick: () => page?.kind === 'list' && schedule(),
    signal,
  });
  signal.addEventListener('abort', () => clearTimeout(settling), {
    once: true,
  });
}

/** Ticking a row changes attributes, not nodes; the click or key that did it is what can be seen. */
function watchTicks({
  document,
  onTick,
  signal,
}: {
  readonly document: Document;
  readonly onTick: () => void;
  readonly signal: AbortSignal;
}): void {
  for (const type of ['click', 'keyup', 'change']) {
    document.addEventListener(type, onTick, { signal, passive: true });
  }
}

/** What a page says about its people, without the identity that comes from the address. */
function fingerprint(adapter: SiteAdapter, document: Document, page: PageIdentity): string {
  const { people } = adapter.read(document, page);
  return people
    .map(({ name, emails }) => [name, ...emails].join('\n'))
    .join('\n')
    .trim();
}
