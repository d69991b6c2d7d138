import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Keeps keyboard and screen reader where they were: when the control that had the focus is gone
 * (its row ended, its question was answered), the focus goes home instead of to the top of the page.
 *
 * @returns `area`: the element that is watched; `home`: what takes the focus, with `tabIndex={-1}`
 */
export function useKeptFocus<Area extends HTMLElement, Home extends HTMLElement>(): {
  readonly area: RefObject<Area | null>;
  readonly home: RefObject<Home | null>;
} {
  const area = useRef<Area>(null);
  const home = useRef<Home>(null);
  const last = useRef<Element | undefined>(undefined);

  useEffect(() => {
    const ended = new AbortController();
    const remember = ({ target }: FocusEvent) => {
      last.current = target instanceof Element ? target : undefined;
    };
    area.current?.addEventListener('focusin', remember, { signal: ended.signal });
    return () => ended.abort();
  }, []);

  useLayoutEffect(() => {
    if (last.current?.isConnected !== false) return;
    last.current = undefined;
    const { activeElement, body } = document;
    if (activeElement === null || activeElement === body) home.current?.focus();
  });

  return { area, home };
}
