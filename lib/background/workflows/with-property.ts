import type { Contact } from '@/lib/domain/contact/contact';
import { PAGE_NAMES } from '@/lib/domain/workflow/property-value';

/** The contact with a property set; empty makes it unknown, whatever pages call it. */
export function withProperty(contact: Contact, property: string, value: string): Contact {
  if (value !== '') {
    return { ...contact, properties: { ...contact.properties, [property]: value } };
  }
  const names = [property, Object.hasOwn(PAGE_NAMES, property) ? PAGE_NAMES[property] : undefined];
  const properties = Object.fromEntries(
    Object.entries(contact.properties).filter(([name]) => !names.includes(name)),
  );
  const { company, ...rest } = contact;
  const isKept = property !== 'company' && company !== undefined;
  return { ...rest, ...(isKept && { company }), properties };
}
