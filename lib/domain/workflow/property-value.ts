import type { Contact } from '@/lib/domain/contact/contact';
import { firstName, lastName } from '@/lib/domain/contact/contact-name';
import type { Instant } from '@/lib/time/instant';
import { choiceName, hasChoiceNames } from './choice-name';

/** Reads one property as stored; `undefined` and empty text both mean unknown. */
export type ReadProperty = (contact: Contact) => string | undefined;

/** What pages call a property that has another name in HubSpot. */
export const PAGE_NAMES: Readonly<Record<string, string>> = {
  firstname: 'first_name',
  lastname: 'last_name',
  jobtitle: 'job_title',
  mobilephone: 'mobile_phone',
  zip: 'postal_code',
  hs_language: 'language',
  lifecyclestage: 'lifecycle_stage',
  hs_lead_status: 'lead_status',
};

/** Kept by us: nothing else can say them. */
const KEPT: Readonly<Record<string, ReadProperty>> = {
  email: ({ emails }) => emails[0],
  hs_email_domain: ({ emails }) => emails[0]?.split('@').at(-1),
  createdate: ({ createdAt }) => iso(createdAt),
  lastmodifieddate: ({ updatedAt }) => iso(updatedAt),
  imported: ({ importedAt }) => String(importedAt !== undefined),
  imported_date: ({ importedAt }) => iso(importedAt),
  engaged: ({ engagedAt }) => iso(engagedAt),
  hs_timezone: ({ zone, properties }) => zone ?? text(properties, 'time_zone'),
};

/** What we know when no property of that name says otherwise. */
const FALLBACKS: Readonly<Record<string, ReadProperty>> = {
  firstname: firstName,
  lastname: lastName,
  company: ({ company }) => company,
};

/** How a property is read, looked up once for many contacts. Labels of choices become their names. */
export function readerOf(property: string): ReadProperty {
  const read = storedReaderOf(property);
  if (!hasChoiceNames(property)) return read;
  return (contact) => {
    const value = read(contact);
    return value && choiceName(property, value);
  };
}

function storedReaderOf(property: string): ReadProperty {
  const kept = own(KEPT, property);
  if (kept !== undefined) return kept;
  const page = own(PAGE_NAMES, property);
  const fallback = own(FALLBACKS, property);
  if (page === undefined && fallback === undefined)
    return ({ properties }) => text(properties, property);
  return (contact) =>
    text(contact.properties, property) ||
    (page !== undefined && text(contact.properties, page)) ||
    fallback?.(contact) ||
    undefined;
}

/**
 * The value of a property as it is stored, under HubSpot's name or the pages'.
 *
 * @returns `undefined` when it is unknown; empty text is unknown
 * @example propertyValue(ada, 'firstname') // 'Ada'
 */
export function propertyValue(contact: Contact, property: string): string | undefined {
  return readerOf(property)(contact) || undefined;
}

/** Everything known of a contact, by property. What a page calls otherwise is there twice. */
export function valuesOf(contact: Contact): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const names = new Set([...Object.keys(contact.properties), ...DERIVED]);
  for (const name of names) {
    const value = propertyValue(contact, name);
    if (value !== undefined) values.set(name, value);
  }
  return values;
}

const DERIVED = [KEPT, FALLBACKS, PAGE_NAMES].flatMap(Object.keys);

/** What every object has under that name, such as `constructor`, is no text. */
function text(properties: Contact['properties'], name: string): string | undefined {
  const value = properties[name];
  return typeof value === 'string' ? value : undefined;
}

function own<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** Beyond the calendar there is no text for it. */
function iso(at: Instant | undefined): string | undefined {
  if (at === undefined || Math.abs(at) > 8.64e15) return undefined;
  return new Date(at).toISOString();
}
