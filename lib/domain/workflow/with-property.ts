import type { Contact } from '@/lib/domain/contact/contact';

/**
 * A contact with one property set; empty text makes it unknown.
 *
 * @example withProperty(contact, { property: 'stage', value: 'demo' }).properties['stage'] // 'demo'
 */
export function withProperty(
  contact: Contact,
  { property, value }: { readonly property: string; readonly value: string },
): Contact {
  const { [property]: _before, ...properties } = contact.properties;
  return {
    ...contact,
    properties: value === '' ? properties : { ...properties, [property]: value },
  };
}
