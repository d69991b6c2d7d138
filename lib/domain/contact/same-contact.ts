import type { Contact } from './contact';
import { siteRefKey } from './site-ref-key';

/**
 * Do two readings of a contact say the same? When they were made does not count.
 *
 * @example sameContact(known, contactFromPerson(person, known, fresh)) // true: nothing new
 */
export function sameContact(one: Contact, other: Contact): boolean {
  return said(one) === said(other);
}

function said(contact: Contact): string {
  const { id, name, emails, company, zone, properties, refs, importedAt, engagedAt } = contact;
  const sorted = Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1));
  const places = refs.map(siteRefKey);
  return JSON.stringify([
    ...[id, name, company ?? '', zone ?? '', importedAt ?? 0, engagedAt ?? 0],
    ...[emails, sorted, places],
  ]);
}
