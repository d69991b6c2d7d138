import type { DatedSelector } from './adapter';
import { isVisible } from './is-visible';
import { anyOf } from './query';

interface TickedRows {
  readonly row: readonly DatedSelector[];
  /** Within a row: a box that is ticked. */
  readonly tick: readonly DatedSelector[];
  /** What a ticked row matches itself, where a site says so. */
  readonly marked: string;
}

/** The visible rows that are ticked, in document order. Looks for ticks, so no tick costs nothing. */
export function tickedRows(document: Document, { row, tick, marked }: TickedRows): Element[] {
  const css = anyOf(row);
  const ticked = new Set<Element>(
    document.querySelectorAll(row.map((one) => one.css + marked).join(', ')),
  );
  for (const box of document.querySelectorAll(anyOf(tick))) {
    const found = box.closest(css);
    if (found) ticked.add(found);
  }
  if (ticked.size === 0) return [];
  return [...document.querySelectorAll(css)].filter((one) => ticked.has(one) && isVisible(one));
}
