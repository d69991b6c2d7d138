import { HOST_TAG } from '@/lib/sites/host-tag';

export interface OverlayHost {
  readonly host: HTMLElement;
  readonly shadow: ShadowRoot;
  /** Where the view is rendered. */
  readonly root: HTMLElement;
}

/**
 * Stay inside: pages open a row on click, run single-key shortcuts and pull the focus back into their
 * own dialogs. Pointer moves and scrolling pass.
 */
const ISOLATED = [
  ...['keydown', 'keyup', 'keypress', 'input', 'beforeinput', 'change', 'paste', 'copy', 'cut'],
  ...['click', 'dblclick', 'auxclick', 'contextmenu', 'mousedown', 'mouseup'],
  ...['pointerdown', 'pointerup', 'touchstart', 'touchend', 'focusin', 'focusout'],
];

/**
 * Our one element in the page. The style is a string in a `style` element: a file would have to be
 * web-accessible, and that would let every page find out who has this extension.
 */
export function createHost(document: Document, css: string, signal: AbortSignal): OverlayHost {
  const host = document.createElement(HOST_TAG);
  const shadow = host.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = css;
  const root = document.createElement('div');
  root.className = 'so-root';
  shadow.append(style, root);
  for (const type of ISOLATED) {
    shadow.addEventListener(type, (event) => event.stopPropagation(), { signal });
  }
  signal.addEventListener('abort', () => host.remove(), { once: true });
  return { host, shadow, root };
}
