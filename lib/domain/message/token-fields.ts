import type { Contact } from '@/lib/domain/contact/contact';
import { displayName, firstName, lastName } from '@/lib/domain/contact/contact-name';
import type { EmailAddress } from '@/lib/domain/contact/email-address';
import type { Sender } from '@/lib/domain/sender/sender';

/**
 * What every token stands for, for this contact and this sender. Properties of the contact come
 * under their own names; the known ones below win over a property of the same name.
 */
export function tokenFields(
  contact: Contact,
  to: EmailAddress | undefined,
  sender: Sender | undefined,
): ReadonlyMap<string, string> {
  const properties = Object.entries(contact.properties).map(([name, value]): [string, string] => [
    `contact.${name}`,
    value,
  ]);
  return new Map([
    ...properties,
    ['contact.name', displayName(contact)],
    ['contact.first_name', firstName(contact)],
    ['contact.last_name', lastName(contact)],
    ['contact.email', to ?? ''],
    ['contact.company', contact.company ?? ''],
    ['company.name', contact.company ?? ''],
    ['sender.name', sender?.name ?? ''],
    ['sender.first_name', sender?.name.trim().split(/\s+/)[0] ?? ''],
    ['sender.last_name', sender?.name.trim().split(/\s+/).slice(1).at(-1) ?? ''],
    ['sender.email', sender?.address ?? ''],
    ['sender.meeting_link', sender?.meetingLink ?? ''],
  ]);
}
