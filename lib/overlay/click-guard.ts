import { type ReadonlySignal, signal } from '@preact/signals';
import { isUncovered } from './is-uncovered';

export interface ClickGuard {
  /** On screen long enough that nobody can have been made to click it by surprise. */
  readonly isSettled: ReadonlySignal<boolean>;
  /** The button to watch; `null` when it goes. Stable, so that it can be a `ref`. */
  readonly watch: (button: HTMLElement | null) => void;
  /** Did a person mean this? */
  readonly trusts: (event: Event) => boolean;
}

/** How long a button has to be seen before it takes a click. Source: `perf-reliability.md` 6.3. */
const SEEN_MS = 300;
const NEARLY_ALL = 0.95;

/**
 * Guards a button that spends trust against the page around it: made-up events, see-through
 * ancestors, covers, and a button pushed under the pointer at the last moment.
 */
export function createClickGuard(life: AbortSignal): ClickGuard {
  const isSettled = signal(false);
  let button: HTMLElement | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const observer = new IntersectionObserver(
    (entries) => {
      const isSeen = (entries.at(-1)?.intersectionRatio ?? 0) >= NEARLY_ALL;
      clearTimeout(timer);
      if (!isSeen) isSettled.value = false;
      else timer = setTimeout(() => (isSettled.value = true), SEEN_MS);
    },
    { threshold: [0, NEARLY_ALL, 1] },
  );
  const stop = () => {
    clearTimeout(timer);
    observer.disconnect();
    isSettled.value = false;
  };
  life.addEventListener('abort', stop, { once: true });

  return {
    isSettled,
    watch: (next) => {
      if (next === button) return;
      stop();
      button = next;
      if (next && !life.aborted) observer.observe(next);
    },
    trusts: (event) =>
      event.isTrusted && isSettled.peek() && button !== null && isUncovered(button),
  };
}
