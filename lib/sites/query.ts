import type { DatedSelector } from './adapter';
import { isVisible } from './is-visible';

/** The visible matches of the first selector that has any, in document order. */
export function queryVisible(root: ParentNode, selectors: readonly DatedSelector[]): Element[] {
  for (const { css } of selectors) {
    const found = [...root.querySelectorAll(css)].filter(isVisible);
    if (found.length > 0) return found;
  }
  return [];
}

/** The first visible element, by the best selector that has one. */
export function firstVisible(
  root: ParentNode,
  selectors: readonly DatedSelector[],
): Element | undefined {
  for (const { css } of selectors) {
    for (const element of root.querySelectorAll(css)) if (isVisible(element)) return element;
  }
  return undefined;
}

/** One CSS selector that matches whatever any of these does. */
export function anyOf(selectors: readonly DatedSelector[]): string {
  return selectors.map(({ css }) => css).join(', ');
}
