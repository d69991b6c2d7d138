import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

export interface TopLayerProps {
  readonly class: string;
  readonly children: ComponentChildren;
  /** Grows each time the page threw the host out and it was put back, which closes popovers. */
  readonly placement: number;
  /** Told when it is shown (again) and when it goes. */
  readonly onElement?: (element: HTMLElement | null) => void;
}

/**
 * A box that nothing of the page clips or covers with a z-index. `manual`: it stays while the person
 * uses the page beside it.
 */
export function TopLayer({ class: className, children, placement, onElement }: TopLayerProps) {
  const ref = useRef<HTMLDivElement>(null);
  // Also after every placement, which closed it.
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element?.isConnected) return;
    if (!element.matches(':popover-open')) element.showPopover();
    onElement?.(element);
  }, [placement]);
  useLayoutEffect(() => () => onElement?.(null), []);
  return (
    <div class={className} popover="manual" ref={ref}>
      {children}
    </div>
  );
}
