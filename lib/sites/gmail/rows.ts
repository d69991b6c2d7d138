import type { ListRow, Selection } from '@/lib/sites/adapter';
import { isVisible } from '@/lib/sites/is-visible';
import { anyOf, queryVisible } from '@/lib/sites/query';
import { tickedRows } from '@/lib/sites/ticked-rows';
import { ownAddress } from './own-address';
import { personOf } from './person-of';
import { withoutOwn } from './read';
import { ROW, ROW_PEOPLE, ROW_SUBJECT, ROW_THREAD, ROW_TICK } from './selectors';

const ROW_CSS = anyOf(ROW);

/** Conversations that are listed now. */
export function gmailRows(document: Document): readonly ListRow[] {
  return queryVisible(document, ROW).map(rowAt);
}

/** Ticked conversations; all of a page are always in the document. */
export function gmailSelection(document: Document): Selection {
  const rows = tickedRows(document, { row: ROW, tick: ROW_TICK, marked: '.x7' });
  return { rows: rows.map(rowAt) };
}

/** The conversation under an element. In the split layout a row goes on in `tr.apw` siblings. */
export function gmailRowOf(element: Element): ListRow | undefined {
  let row = element.closest('tr.zA, tr.apw');
  while (row?.matches('.apw:not(.zA)')) row = row.previousElementSibling;
  return row?.matches(ROW_CSS) && isVisible(row) ? rowAt(row) : undefined;
}

function rowAt(row: Element): ListRow {
  const parts = partsOf(row);
  const find = (css: string) => parts.flatMap((part) => [...part.querySelectorAll(css)]);
  const mentioned = ROW_PEOPLE.map(({ css }) => find(css)).find((found) => found.length > 0) ?? [];
  const people = mentioned.map(personOf).filter((person) => person !== undefined);
  const thread = find(anyOf(ROW_THREAD))[0]?.getAttribute('data-legacy-thread-id');
  const subject = find(anyOf(ROW_SUBJECT))[0]?.textContent ?? '';
  return {
    element: row,
    key: thread || [...people.flatMap(({ emails }) => emails), subject.slice(0, 200)].join(' '),
    people: withoutOwn(people, ownAddress(row.ownerDocument.title)),
    selected: row.classList.contains('x7') || find(anyOf(ROW_TICK)).length > 0,
  };
}

function partsOf(row: Element): Element[] {
  const parts = [row];
  let next = row.nextElementSibling;
  while (next?.matches('.apw:not(.zA)')) {
    parts.push(next);
    next = next.nextElementSibling;
  }
  return parts;
}
