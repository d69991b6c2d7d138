import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Focus after a change: what is asked for is done once the change is drawn, when the control that is
 * to have the focus exists, or has been moved.
 */
export function useNextFocus(): (focus: () => void) => void {
  const next = useRef<() => void>(undefined);
  useLayoutEffect(() => {
    const focus = next.current;
    next.current = undefined;
    focus?.();
  });
  return (focus) => {
    next.current = focus;
  };
}
