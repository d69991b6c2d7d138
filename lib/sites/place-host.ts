import type { Anchor } from './adapter';
import { firstVisible } from './query';

/** Where the control stands now, and how far that is from where it should. */
export type Place =
  | {
      readonly level: 'preferred' | 'second';
      readonly anchorName: string;
      readonly element: Element;
      readonly insert: Anchor['insert'];
      /** Better anchors that are not on the page: a drift report once it has settled. */
      readonly missing: readonly string[];
    }
  /** No anchor is on the page: a pill in the corner, so that no feature is lost. */
  | { readonly level: 'floating'; readonly missing: readonly string[] };

/** Finds the first anchor that is on screen, best first. */
export function findPlace(document: Document, anchors: readonly Anchor[]): Place {
  const missing: string[] = [];
  for (const anchor of anchors) {
    const element = firstVisible(document, anchor.selectors);
    if (element) {
      const level = missing.length === 0 ? 'preferred' : 'second';
      return {
        level,
        anchorName: anchor.name,
        element,
        insert: anchor.insert,
        missing,
      };
    }
    missing.push(anchor.name);
  }
  return { level: 'floating', missing };
}

/**
 * Puts the host where `place` says and leaves it alone if it is there already, because moving it
 * would close its popover and be seen by the page's own observers.
 *
 * @returns whether the host was moved
 */
export function placeHost(host: HTMLElement, place: Place): boolean {
  if (place.level === 'floating') {
    const body = host.ownerDocument.body;
    if (host.parentNode === body) return false;
    body.append(host);
    return true;
  }
  if (standsAt(host, place.element, place.insert)) return false;
  place.element[place.insert](host);
  return true;
}

function standsAt(host: Element, element: Element, insert: Anchor['insert']): boolean {
  switch (insert) {
    case 'append':
      return element.lastElementChild === host;
    case 'prepend':
      return element.firstElementChild === host;
    case 'after':
      return element.nextElementSibling === host;
    case 'before':
      return element.previousElementSibling === host;
  }
}
