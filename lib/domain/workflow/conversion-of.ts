import type { Contact } from '@/lib/domain/contact/contact';
import type { WorkflowEvent } from './event';
import { propertyValue } from './property-value';
import { momentOf } from './values/moment-of';

const NAME = 'recent_conversion_event_name';
const DATE = 'recent_conversion_date';

/**
 * The form that a contact has filled in, as a CRM says so: another conversion than before, or the
 * same again on another date. One that we only hear of now counts if it came after the contact.
 *
 * @example conversionOf(known, contact) // { type: 'formSubmitted', form: 'Demo request' }
 */
export function conversionOf(
  known: Contact,
  contact: Contact,
): Extract<WorkflowEvent, { readonly type: 'formSubmitted' }> | undefined {
  const form = propertyValue(contact, NAME)?.slice(0, 200);
  if (form === undefined || !isNew(known, contact)) return undefined;
  return { type: 'formSubmitted', form };
}

function isNew(known: Contact, contact: Contact): boolean {
  const before = propertyValue(known, NAME);
  const date = propertyValue(contact, DATE);
  if (before === undefined) {
    const at = date === undefined ? undefined : momentOf(date, 'datetime')?.at;
    return at !== undefined && at > known.createdAt;
  }
  if (before !== propertyValue(contact, NAME)) return true;
  const dateBefore = propertyValue(known, DATE);
  return dateBefore !== undefined && date !== undefined && date !== dateBefore;
}
