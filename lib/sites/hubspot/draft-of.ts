import type { SiteRef } from '@/lib/domain/contact/person';
import type { PersonDraft } from '@/lib/sites/to-person';
import { EMAIL_PROPERTIES, PROPERTY_NAMES } from './properties';
import { zoneIn } from './zone-in';

/** What a record page or a list row shows of one contact. */
export interface ShownContact {
  readonly ref: SiteRef | undefined;
  readonly title: string | undefined;
  readonly emails: readonly string[];
  readonly company: string | undefined;
  readonly properties: ReadonlyMap<string, string>;
}

export function draftOf({ ref, title, emails, company, properties }: ShownContact): PersonDraft {
  const isAddress = title !== undefined && emails.includes(title);
  const fullName = [properties.get('firstname'), properties.get('lastname')]
    .filter(Boolean)
    .join(' ');
  return {
    ref,
    name: title === undefined || isAddress ? fullName : title,
    emails,
    company: properties.get('company') ?? company,
    zone: zoneIn(properties.get('hs_timezone')),
    properties: inOurWords(properties),
  };
}

function inOurWords(properties: ReadonlyMap<string, string>): Record<string, string> {
  const isAddress = (name: string) => EMAIL_PROPERTIES.some((email) => email === name);
  return Object.fromEntries(
    [...properties]
      .filter(([name]) => !isAddress(name))
      .map(([name, value]) => [PROPERTY_NAMES[name] ?? name, value]),
  );
}
