import { type Contact, contactSchema } from '@/lib/domain/contact/contact';
import { parseRow } from './parse-row';
import type { Database } from './schema';

/** More would keep a rep waiting who types; a whole address is found wherever it is. */
const LOOKED_AT = 2_000;

/**
 * Contacts that fit, the newest first, because ids sort by the time they were made.
 *
 * @param options.address the beginning of an address, which an index finds among any number
 * @param options.fits asked for the latest {@link LOOKED_AT} contacts
 */
export async function searchContacts(
  database: Database,
  options: {
    readonly address: string;
    readonly fits: (contact: Contact) => boolean;
    readonly limit: number;
  },
): Promise<readonly Contact[]> {
  const { address, fits, limit } = options;
  const store = database.transaction('contacts').store;
  const found = new Map<string, Contact>();
  const range = address === '' ? undefined : IDBKeyRange.bound(address, `${address}\uffff`);
  const byAddress = range ? await store.index('address').getAll(range, limit) : [];
  for (const row of byAddress) found.set(row.id, parseRow(contactSchema, row));
  let cursor = await store.openCursor(null, 'prev');
  for (let seen = 0; cursor !== null && seen < LOOKED_AT && found.size < limit; seen += 1) {
    const contact = parseRow(contactSchema, cursor.value);
    if (fits(contact)) found.set(contact.id, contact);
    cursor = await cursor.continue();
  }
  return [...found.values()];
}
