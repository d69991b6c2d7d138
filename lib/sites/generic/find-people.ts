import { isVisible } from '@/lib/sites/is-visible';
import type { Found } from './found';
import { hcardPerson } from './hcard';
import { jsonLdPeople } from './json-ld';
import { peopleOfLink } from './mailto';
import { microdataPerson } from './microdata';
import { HCARD, MAILTO, MARKED, MICRODATA } from './selectors';

/** A page with more is a directory; looking further would cost the page more than it gives. */
const MOST_ELEMENTS = 500;

/** Everybody with an address, the sources that say most first. */
export function findPeople(document: Document): readonly Found[] {
  const marked = [...document.querySelectorAll(MARKED)].slice(0, MOST_ELEMENTS).filter(isVisible);
  const cards = marked.filter((element) => !element.matches(MAILTO));
  const links = marked.filter((element) => element.matches(MAILTO));
  return [
    ...cards.flatMap(foundAt),
    ...jsonLdPeople(document).map((draft) => ({ draft })),
    ...links.flatMap(foundAt),
  ].filter(({ draft }) => draft.emails.length > 0);
}

/** Who one marked element is about. */
export function foundAt(element: Element): readonly Found[] {
  const drafts = element.matches(MICRODATA)
    ? [microdataPerson(element)]
    : element.matches(HCARD)
      ? [hcardPerson(element)]
      : peopleOfLink(element);
  return drafts.map((draft) => ({ element, draft }));
}
