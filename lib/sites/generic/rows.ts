import type { ListRow } from '@/lib/sites/adapter';
import { isVisible } from '@/lib/sites/is-visible';
import { findPeople, foundAt } from './find-people';
import { peopleOf } from './read';
import { MARKED } from './selectors';

/** The elements that show a person, outermost only: a link in a card is the card's. */
export function genericRows(document: Document): readonly ListRow[] {
  const elements = new Set(findPeople(document).flatMap(({ element }) => element ?? []));
  return [...elements].flatMap((element) =>
    outermost(element) === element ? (rowAt(element) ?? []) : [],
  );
}

/** The person whose card or link this element is in. */
export function genericRowOf(element: Element): ListRow | undefined {
  const marked = outermost(element);
  return marked && isVisible(marked) ? rowAt(marked) : undefined;
}

function outermost(element: Element): Element | undefined {
  let found: Element | undefined;
  for (let at = element.closest(MARKED); at; at = at.parentElement?.closest(MARKED) ?? null) {
    if (foundAt(at).some(({ draft }) => draft.emails.length > 0)) found = at;
  }
  return found;
}

function rowAt(element: Element): ListRow | undefined {
  const people = peopleOf(foundAt(element));
  const key = people.flatMap(({ emails }) => emails).join(' ');
  return key === '' ? undefined : { element, key, people, selected: false };
}
