import { useLayoutEffect, useRef } from 'preact/hooks';

/** Opening takes the focus into the popover; closing gives it back to what opened it, or to its home. */
export function useFocusReturn(isOpen: boolean) {
  const opener = useRef<HTMLButtonElement>(null);
  const home = useRef<HTMLFieldSetElement>(null);
  const wasOpen = useRef(false);
  useLayoutEffect(() => {
    // Somebody who went on in the page meanwhile is not called back.
    const isLost = document.activeElement === document.body;
    if (wasOpen.current && !isOpen && isLost) {
      (opener.current ?? home.current)?.focus({ preventScroll: true });
    }
    wasOpen.current = isOpen;
  }, [isOpen]);
  return { opener, home };
}
