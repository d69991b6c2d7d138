import * as v from 'valibot';
import type { Contact } from '@/lib/domain/contact/contact';
import { addressesOf, contactFromPerson } from '@/lib/domain/contact/contact-from-person';
import { addressKey } from '@/lib/domain/contact/email-address';
import type { Person } from '@/lib/domain/contact/person';
import { siteRefKey } from '@/lib/domain/contact/site-ref-key';
import { type ContactId, contactIdSchema, type Ids } from '@/lib/domain/ids';
import { findClaim } from '@/lib/store/claims';
import { findContacts } from '@/lib/store/contacts';
import type { Claim } from '@/lib/store/schema';
import type { ReadTx } from '@/lib/store/transaction';
import type { Instant } from '@/lib/time/instant';

export interface Resolved {
  /** As it would be stored: what is known, brought up to date by the page. */
  readonly contact: Contact;
  /** As it is stored, if it is. */
  readonly known: Contact | undefined;
  /** Every stored contact that this person may be. */
  readonly knownIds: readonly ContactId[];
  /** The enrollment that holds this person, under whichever record or address. */
  readonly claim: Claim | undefined;
}

/**
 * Which contact a person on a page is: by the page's record first, then by any address. Two records
 * with one address are one person as far as enrolling goes.
 */
export async function resolveContact(
  tx: ReadTx<'contacts' | 'claims'>,
  person: Person,
  fresh: { readonly ids: Ids; readonly now: Instant },
): Promise<Resolved> {
  const addresses = addressesOf(person).map(addressKey);
  const known = await findContacts(tx, {
    ...(person.ref && { ref: siteRefKey(person.ref) }),
    addresses,
  });
  const id = v.parse(contactIdSchema, fresh.ids.next());
  const contact = contactFromPerson(person, known[0], { id, now: fresh.now });
  const knownIds = known.map((one) => one.id);
  const claim = await findClaim(tx, {
    contactIds: knownIds,
    addresses: [...new Set([...addresses, ...known.flatMap((one) => one.emails.map(addressKey))])],
  });
  return { contact, known: known[0], knownIds, claim };
}

/** A stored contact, for whoever starts from the contact and not from a page. */
export async function resolveKnown(
  tx: ReadTx<'contacts' | 'claims'>,
  contact: Contact,
): Promise<Resolved> {
  const addresses = contact.emails.map(addressKey);
  const others = await findContacts(tx, { addresses });
  const knownIds = [...new Set([contact.id, ...others.map(({ id }) => id)])];
  const claim = await findClaim(tx, { contactIds: knownIds, addresses });
  return { contact, known: contact, knownIds, claim };
}
