import type { Person } from '@/lib/domain/contact/person';
import type { PageReading } from '@/lib/sites/adapter';
import { mergePeople } from '@/lib/sites/merge-people';
import { toPerson } from '@/lib/sites/to-person';
import { findPeople } from './find-people';
import type { Found } from './found';

const MOST_PEOPLE = 50;

/** Everybody with an address on the page, once each. */
export function readGeneric(document: Document): PageReading {
  return { people: peopleOf(findPeople(document)), drift: [] };
}

export function peopleOf(found: readonly Found[]): readonly Person[] {
  const people = found.map(({ draft }) => toPerson(draft)).filter((person) => person !== undefined);
  return mergePeople(people, { limit: MOST_PEOPLE });
}
