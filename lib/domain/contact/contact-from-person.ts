import type { ContactId } from '@/lib/domain/ids';
import type { Instant } from '@/lib/time/instant';
import { parseZone } from '@/lib/time/zone';
import type { Contact } from './contact';
import { addressKey, type EmailAddress, parseEmailAddress } from './email-address';
import type { Person } from './person';
import { siteRefKey } from './site-ref-key';

/** The addresses on a page that can be written to, in the page's order, each once. */
export function addressesOf(person: Person): readonly EmailAddress[] {
  const parsed = person.emails.map(parseEmailAddress).filter((address) => address !== undefined);
  return [...new Map(parsed.map((address) => [addressKey(address), address])).values()];
}

/**
 * What we know of a person after seeing this page: the page's values win, nothing known is lost.
 *
 * @param known the contact as stored, if there is one
 * @param fresh id and time for a new or changed contact
 */
export function contactFromPerson(
  person: Person,
  known: Contact | undefined,
  fresh: { readonly id: ContactId; readonly now: Instant },
): Contact {
  const zone = parseZone(person.zone) ?? known?.zone;
  const company = person.company || known?.company;
  const emails = new Map(
    [...addressesOf(person), ...(known?.emails ?? [])].map((email) => [addressKey(email), email]),
  );
  const refs = new Map(
    [...(person.ref ? [person.ref] : []), ...(known?.refs ?? [])].map((ref) => [
      siteRefKey(ref),
      ref,
    ]),
  );
  return {
    id: known?.id ?? fresh.id,
    name: betterName(person.name, known?.name ?? ''),
    emails: [...emails.values()],
    ...(company && { company }),
    ...(zone && { zone }),
    properties: { ...known?.properties, ...nonEmpty(person.properties) },
    ...(known?.past && { past: known.past }),
    refs: [...refs.values()],
    // No page knows these.
    ...(known?.importedAt !== undefined && { importedAt: known.importedAt }),
    ...(known?.engagedAt !== undefined && { engagedAt: known.engagedAt }),
    createdAt: known?.createdAt ?? fresh.now,
    updatedAt: fresh.now,
  };
}

/** Some pages show the address where the name should be; that does not replace a name we know. */
function betterName(shown: string, known: string): string {
  return known !== '' && (shown === '' || shown.includes('@')) ? known : shown;
}

function nonEmpty(properties: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== ''));
}
