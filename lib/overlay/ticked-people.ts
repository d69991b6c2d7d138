import type { Person } from '@/lib/domain/contact/person';
import type { ListRow, PageIdentity, SiteAdapter } from '@/lib/sites/adapter';
import type { Chosen } from './bulk-form-state';
import { personKey } from './person-key';

export interface TickedPeople {
  /** Everybody who is ticked on this page, each once. */
  readonly read: (page: PageIdentity) => Chosen;
  readonly forget: () => void;
}

/**
 * Remembers ticked rows over scrolling: a long list holds only what is near the window, and a row that
 * scrolled away is still ticked. As the page's own count is all that can tell, rows are remembered
 * only where there is one.
 */
export function createTickedPeople(document: Document, adapter: SiteAdapter): TickedPeople {
  const remembered = new Map<string, ListRow>();
  let key: string | undefined;

  /** Still on the page, but not ticked any more. */
  const isUnticked = (row: ListRow, page: PageIdentity) => {
    if (!row.element.isConnected) return false;
    // Lists put another row's content into the same element.
    const now = adapter.rowOf(row.element, page);
    return now !== undefined && now.key === row.key && !now.selected;
  };
  const tidy = (page: PageIdentity, rows: readonly ListRow[], count: number | undefined) => {
    const here = new Set(rows.map((row) => row.key));
    for (const [name, row] of remembered) if (isUnticked(row, page)) remembered.delete(name);
    if (count !== undefined && remembered.size <= count) return;
    // Something was unticked out of sight, and nobody can say what.
    for (const name of remembered.keys()) if (!here.has(name)) remembered.delete(name);
  };

  return {
    read: (page) => {
      if (page.key !== key) remembered.clear();
      key = page.key;
      const { rows, count } = adapter.selection(document, page);
      for (const row of rows) remembered.set(row.key, row);
      tidy(page, rows, count);
      const people = peopleOf([...remembered.values()]);
      return { people, ...(count !== undefined && { shown: count }) };
    },
    forget: () => remembered.clear(),
  };
}

/** A conversation stands for whoever is named first in it, a contact's row for its contact. */
function peopleOf(rows: readonly ListRow[]): readonly Person[] {
  const people = new Map<string, Person>();
  for (const {
    people: [person],
  } of rows)
    if (person) people.set(personKey(person), person);
  return [...people.values()];
}
