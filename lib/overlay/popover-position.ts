interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const GAP = 6;
const EDGE = 8;

/**
 * Where the popover stands: under its control when it fits, else above, else as near as the window
 * allows. It never leaves the window, whatever the page does with the control.
 *
 * @example popoverPosition({ left: 10, top: 10, right: 90, bottom: 40 }, { width: 400, height: 300 }, { width: 1280, height: 800 })
 * // { left: 10, top: 46 }
 */
export function popoverPosition(
  anchor: Box,
  popover: Size,
  window: Size,
): { readonly left: number; readonly top: number } {
  const most = (size: number, space: number) => Math.max(EDGE, space - size - EDGE);
  const left = Math.max(EDGE, Math.min(anchor.left, most(popover.width, window.width)));
  const below = anchor.bottom + GAP;
  const above = anchor.top - GAP - popover.height;
  const fitsBelow = below + popover.height + EDGE <= window.height;
  const wanted = !fitsBelow && above >= EDGE ? above : below;
  const top = Math.max(EDGE, Math.min(wanted, most(popover.height, window.height)));
  return { left: Math.round(left), top: Math.round(top) };
}
