import { addressKey } from '@/lib/domain/contact/email-address';
import type { Person } from '@/lib/domain/contact/person';

export interface MergeOptions {
  /** Addresses of the rep, who is never a contact of theirs. */
  readonly own?: readonly string[];
  readonly limit: number;
}

/**
 * One person per mailbox, in the order found. What a later mention knows more is added to the first;
 * people who share a name but no address stay apart, because they may well be two.
 */
export function mergePeople(
  people: readonly Person[],
  { own = [], limit }: MergeOptions,
): Person[] {
  const ownKeys = new Set(own.map(addressKey));
  const merged: Person[] = [];
  const placeOf = new Map<string, number>();
  for (const person of people) {
    const keys = person.emails.map(addressKey);
    if (keys.length === 0 || keys.some((key) => ownKeys.has(key))) continue;
    const place =
      keys.map((key) => placeOf.get(key)).find((at) => at !== undefined) ?? merged.length;
    if (place >= limit) continue;
    const known = merged[place];
    merged[place] = known ? join(known, person) : person;
    for (const key of keys) if (!placeOf.has(key)) placeOf.set(key, place);
  }
  return merged;
}

function join(first: Person, second: Person): Person {
  const keys = new Set(first.emails.map(addressKey));
  const company = first.company ?? second.company;
  const zone = first.zone ?? second.zone;
  return {
    ...first,
    name: first.name || second.name,
    emails: [...first.emails, ...second.emails.filter((email) => !keys.has(addressKey(email)))],
    ...(company !== undefined && { company }),
    ...(zone !== undefined && { zone }),
    properties: { ...second.properties, ...first.properties },
  };
}
