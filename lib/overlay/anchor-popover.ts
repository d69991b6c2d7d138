import { popoverPosition } from './popover-position';

export interface PopoverAnchor {
  /** The control, or nothing while the page shows something else. */
  readonly setControl: (control: HTMLElement | null) => void;
  readonly setPopover: (popover: HTMLElement | null) => void;
}

/** Keeps the open popover beside its control. Without the control it stays where it was. */
export function createPopoverAnchor(window: Window, life: AbortSignal): PopoverAnchor {
  let control: HTMLElement | null = null;
  let popover: HTMLElement | null = null;
  let frame: number | undefined;

  const position = () => {
    frame = undefined;
    if (!popover?.isConnected) return;
    const anchor = control?.getBoundingClientRect();
    const isGone = anchor === undefined || anchor.width === 0;
    if (isGone && popover.style.left !== '') return keepInside();
    const { width, height } = popover.getBoundingClientRect();
    const box = isGone ? { left: 0, top: 0, right: 0, bottom: 0 } : anchor;
    move(popoverPosition(box, { width, height }, size()));
  };
  const keepInside = () => {
    if (!popover) return;
    const { left, top, width, height } = popover.getBoundingClientRect();
    // The same place as a control of no size above it.
    const box = { left, right: left, top: top - 6, bottom: top - 6 };
    move(popoverPosition(box, { width, height }, size()));
  };
  const size = () => ({ width: window.innerWidth, height: window.innerHeight });
  const move = ({ left, top }: { left: number; top: number }) => {
    if (!popover) return;
    popover.style.left = `${left}px`;
    popover.style.top = `${top}px`;
  };
  const schedule = () => {
    if (popover && !life.aborted) frame ??= window.requestAnimationFrame(position);
  };

  const observer = new ResizeObserver(schedule);
  window.addEventListener('resize', schedule, { signal: life, passive: true });
  window.addEventListener('scroll', schedule, { signal: life, passive: true, capture: true });
  life.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      if (frame !== undefined) window.cancelAnimationFrame(frame);
    },
    { once: true },
  );

  return {
    setControl: (next) => {
      control = next;
      schedule();
    },
    setPopover: (next) => {
      observer.disconnect();
      popover = next;
      if (!next) return;
      observer.observe(next);
      position();
    },
  };
}
