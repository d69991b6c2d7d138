import type { ListRow, PageIdentity, Selection } from '@/lib/sites/adapter';
import { isVisible } from '@/lib/sites/is-visible';
import { anyOf, firstVisible, queryVisible } from '@/lib/sites/query';
import { tickedRows } from '@/lib/sites/ticked-rows';
import { toPerson } from '@/lib/sites/to-person';
import { addressAsName, addressesIn } from './addresses-in';
import { draftOf } from './draft-of';
import { EMAIL_PROPERTIES } from './properties';
import { CELL, LIST_ANCHORS, ROW, ROW_NAME, ROW_TICK } from './selectors';
import { shownValue } from './shown-value';

/** Contacts that are in the document now; a long list holds only what is near the window. */
export function hubspotRows(document: Document, page: PageIdentity): readonly ListRow[] {
  if (page.kind !== 'list') return [];
  return queryVisible(document, ROW).flatMap((row) => rowAt(row, page.account) ?? []);
}

/** Ticked contacts. The bar that HubSpot shows meanwhile says how many there are in all. */
export function hubspotSelection(document: Document, page: PageIdentity): Selection {
  if (page.kind !== 'list') return { rows: [] };
  const rows = tickedRows(document, {
    row: ROW,
    tick: ROW_TICK,
    marked: '[aria-selected="true"]',
  }).flatMap((row) => rowAt(row, page.account) ?? []);
  const bar = LIST_ANCHORS.map(({ selectors }) => firstVisible(document, selectors))[0];
  return { rows, count: Math.max(rows.length, bar ? firstNumber(bar.textContent) : 0) };
}

/** `1,245 contacts selected`, `Zaznaczono 1 245`: separators differ, the first number is meant. */
function firstNumber(text: string | null): number {
  return Number(/\d[\d.,’'\s]*/.exec(text ?? '')?.[0].replace(/\D/g, '') ?? 0);
}

export function hubspotRowOf(element: Element, page: PageIdentity): ListRow | undefined {
  const row = page.kind === 'list' ? element.closest(anyOf(ROW)) : null;
  return row && isVisible(row) ? rowAt(row, page.account) : undefined;
}

function rowAt(row: Element, account: string): ListRow | undefined {
  const recordId = /^row-(\d+)$/.exec(row.getAttribute('data-test-id') ?? '')?.[1];
  // Segments can list companies, and only contacts have cells of type 0-1.
  if (recordId === undefined || row.querySelector(CELL.css) === null) return undefined;
  const properties = cellsOf(row, recordId);
  const label = firstVisible(row, ROW_NAME);
  const title = label && shownValue(label);
  const person = toPerson(
    draftOf({
      ref: { site: 'hubspot', account, recordId },
      title,
      emails: [
        ...EMAIL_PROPERTIES.flatMap((name) => addressesIn(properties.get(name))),
        ...addressAsName(title),
      ],
      company: properties.get('associatedcompanyid'),
      properties,
    }),
  );
  return {
    element: row,
    key: recordId,
    people: person ? [person] : [],
    selected:
      row.getAttribute('aria-selected') === 'true' || row.querySelector(anyOf(ROW_TICK)) !== null,
  };
}

/** Filled cells by property name, out of ids such as `cell-0-1-hs_lead_status-51`. */
function cellsOf(row: Element, recordId: string): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  for (const cell of row.querySelectorAll(CELL.css)) {
    const id = cell.getAttribute('data-table-external-id') ?? '';
    const name = id.slice('cell-0-1-'.length, -`-${recordId}`.length);
    const value = shownValue(cell);
    if (id.endsWith(`-${recordId}`) && value && !COMPOUND.has(name)) cells.set(name, value);
  }
  return cells;
}

/** Columns that HubSpot puts together for the list and that are no property of their own. */
const COMPOUND = new Set(['name', 'hs_full_name_or_email', 'fullname']);
