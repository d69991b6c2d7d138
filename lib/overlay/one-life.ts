export interface LifeOptions {
  readonly document: Document;
  /** WXT's context: also aborted by a second injection into the same document. */
  readonly signal: AbortSignal;
  readonly isAlive: () => boolean;
}

/** Carries nothing; whoever hears it looks for itself. A page that sends it changes nothing. */
const CLAIM = 'sequence-overlay:claim';
/** Seen by scripts of this extension instance only: each instance has its own world. */
const LIFE = Symbol.for('sequence-overlay:life');

/**
 * One overlay per document. A second injection by the same extension finds the first one alive and
 * leaves it, with all that was typed into it. After an update the newcomer lives in a new world; the
 * one before hears the claim, finds its extension gone, and goes.
 *
 * @returns what everything ends with, or `undefined` when there is nothing to start
 */
export function claimPage({ document, signal, isAlive }: LifeOptions): AbortController | undefined {
  const before: unknown = Reflect.get(globalThis, LIFE);
  if (before instanceof AbortSignal && !before.aborted) return undefined;

  const life = new AbortController();
  Reflect.set(globalThis, LIFE, life.signal);
  document.dispatchEvent(new Event(CLAIM));
  const goIfOrphaned = () => {
    if (!isAlive()) life.abort();
  };
  document.addEventListener(CLAIM, goIfOrphaned, { signal: life.signal });
  signal.addEventListener('abort', goIfOrphaned, { signal: life.signal });
  return life;
}
