import { type ReadonlySignal, signal } from '@preact/signals';
import type { Place, Route } from './route';

export interface PlaceModel {
  /** `undefined` until it is known where to begin. */
  readonly place: ReadonlySignal<Place | undefined>;
  /** The rep followed a link here, so that its heading takes the focus. */
  readonly wentThere: ReadonlySignal<boolean>;
  /** Where the rep wanted to go although something is not saved. */
  readonly leavingFor: ReadonlySignal<Place | undefined>;
  readonly begin: (place: Place) => void;
  readonly stay: () => void;
  /** Goes where the rep wanted to go, now that they are sure. */
  readonly leave: () => void;
  readonly start: (stop: AbortSignal) => void;
}

export interface PlaceDeps {
  readonly route: Route;
  /** Is there something here that leaving would lose? */
  readonly isHeld: () => boolean;
  /** Comes after every change of place. */
  readonly arrived: (place: Place) => void;
}

/** Where we are; what is not saved holds us until the rep says so. */
export function createPlaceModel({ route, isHeld, arrived }: PlaceDeps): PlaceModel {
  const place = signal<Place | undefined>(route.current());
  const wentThere = signal(false);
  const leavingFor = signal<Place>();

  const follow = () => {
    const wanted = route.current();
    const here = place.peek();
    if (wanted === undefined || isSame(wanted, here)) return;
    if (here !== undefined && isHeld()) {
      leavingFor.value = wanted;
      return route.keep(here);
    }
    wentThere.value = true;
    leavingFor.value = undefined;
    place.value = wanted;
    arrived(wanted);
  };

  return {
    place,
    wentThere,
    leavingFor,
    begin: (first) => {
      if (place.peek() !== undefined) return;
      place.value = first;
      arrived(first);
    },
    stay: () => {
      leavingFor.value = undefined;
    },
    leave: () => {
      const wanted = leavingFor.peek();
      leavingFor.value = undefined;
      if (wanted) route.go(wanted);
    },
    start: (stop) => {
      route.onChange(follow, stop);
      route.holdWhile(isHeld, stop);
      const first = place.peek();
      if (first) arrived(first);
    },
  };
}

function isSame(one: Place, other: Place | undefined): boolean {
  return (
    one.section === other?.section && one.item === other.item && one.sequence === other.sequence
  );
}
