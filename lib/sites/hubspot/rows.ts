import { parseEmailAddress } from '@/lib/domain/contact/email-address';
import type { ListRow, PageIdentity } from '@/lib/sites/adapter';
import { isVisible } from '@/lib/sites/is-visible';
import { anyOf, firstVisible, queryVisible } from '@/lib/sites/query';
import { toPerson } from '@/lib/sites/to-person';
import { addressesIn } from './addresses-in';
import { draftOf } from './draft-of';
import { EMAIL_PROPERTIES } from './properties';
import { CELL, ROW, ROW_NAME, ROW_TICK } from './selectors';
import { shownValue } from './shown-value';

/** Contacts that are in the document now; a long list holds only what is near the window. */
export function hubspotRows(document: Document, page: PageIdentity): readonly ListRow[] {
  if (page.kind !== 'list') return [];
  return queryVisible(document, ROW).flatMap((row) => rowAt(row, page.account) ?? []);
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
        ...addressesIn(title).filter((text) => parseEmailAddress(text)),
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
