import { type ReadonlySignal, signal } from '@preact/signals';
import { type Place, placeHost } from '@/lib/sites/place-host';
import type { OverlayHost } from './create-host';

/** `inline`: at home in the page. `floating`: a pill in the corner. `row`: follows rows of a list. */
export type Surface = 'inline' | 'floating' | 'row';

export interface Placer {
  /** How often the host was put somewhere; popovers close each time and are shown again. */
  readonly placement: ReadonlySignal<number>;
  readonly place: (place: Place) => void;
  /** Over the list, where `hover-row` moves the control about. */
  readonly placeOverRows: () => void;
  readonly remove: () => void;
}

/** Keeps the host where it belongs, and the focus with it when the page had thrown it out. */
export function createPlacer({ host, shadow }: OverlayHost, life: AbortSignal): Placer {
  const placement = signal(0);
  let focused: HTMLElement | undefined;
  shadow.addEventListener(
    'focusin',
    ({ target }) => {
      if (target instanceof HTMLElement) focused = target;
    },
    { signal: life },
  );
  // A person who goes elsewhere takes the focus along; a page that throws us out sends no such event.
  shadow.addEventListener(
    'focusout',
    () =>
      queueMicrotask(() => {
        if (host.isConnected && !shadow.activeElement) focused = undefined;
      }),
    { signal: life },
  );

  const put = (place: Place, surface: Surface) => {
    if (life.aborted) return;
    host.dataset['surface'] = surface;
    const had = focused;
    if (!placeHost(host, place)) return;
    placement.value += 1;
    if (!had) return;
    // A popover is shown again by the next render, which is before the next frame.
    requestAnimationFrame(() => {
      if (had.isConnected && !shadow.activeElement) had.focus({ preventScroll: true });
    });
  };

  return {
    placement,
    place: (place) => put(place, place.level === 'floating' ? 'floating' : 'inline'),
    placeOverRows: () => put({ level: 'floating', missing: [] }, 'row'),
    remove: () => host.remove(),
  };
}
