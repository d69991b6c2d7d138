import type { Contact } from './contact';

type Named = Pick<Contact, 'name' | 'emails' | 'properties'>;

/** The name to show: the contact's own, else the address, else nothing. */
export function displayName(contact: Named): string {
  return properName(contact) || contact.emails[0] || '';
}

/**
 * The first name: what the CRM says, else the first word of the name. Never a part of an address,
 * because "Hi info" is worse than a missing token.
 *
 * @example firstName({ name: 'Ada Lovelace', emails: [], properties: {} }) // 'Ada'
 */
export function firstName(contact: Named): string {
  return contact.properties['first_name'] || (properName(contact).split(' ')[0] ?? '');
}

export function lastName(contact: Named): string {
  return contact.properties['last_name'] || properName(contact).split(' ').slice(1).join(' ');
}

/** Some pages show the address where the name should be; that is no name. */
function properName(contact: Named): string {
  return contact.name.includes('@') ? '' : contact.name;
}
