export interface OrphanWatch {
  readonly document: Document;
  /** False once the extension was updated, switched off or removed. */
  readonly isAlive: () => boolean;
  readonly onOrphaned: () => void;
  readonly signal: AbortSignal;
}

const POLL_MS = 2_000;

/** Nothing tells a content script that its extension is gone, so it has to look. */
export function watchOrphaned({ document, isAlive, onOrphaned, signal }: OrphanWatch): void {
  const end = new AbortController();
  const over = AbortSignal.any([signal, end.signal]);
  const look = () => {
    if (document.hidden || isAlive()) return;
    end.abort();
    onOrphaned();
  };
  const timer = setInterval(look, POLL_MS);
  over.addEventListener('abort', () => clearInterval(timer), { once: true });
  document.addEventListener('visibilitychange', look, { signal: over });
}
