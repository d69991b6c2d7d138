import { type Contact, contactSchema } from '@/lib/domain/contact/contact';
import { addressKey } from '@/lib/domain/contact/email-address';
import { siteRefKey } from '@/lib/domain/contact/site-ref-key';
import type { ContactId } from '@/lib/domain/ids';
import { parseRow } from './parse-row';
import type { ReadTx, WriteTx } from './transaction';

/** Writes a contact under every key it is found by. */
export async function putContact(tx: WriteTx<'contacts'>, contact: Contact): Promise<void> {
  await tx.objectStore('contacts').put({
    ...contact,
    addressKeys: contact.emails.map(addressKey),
    refKeys: contact.refs.map(siteRefKey),
  });
}

export async function getContact(
  tx: ReadTx<'contacts'>,
  id: ContactId,
): Promise<Contact | undefined> {
  const row = await tx.objectStore('contacts').get(id);
  return row === undefined ? undefined : parseRow(contactSchema, row);
}

/** All contacts that any of these keys lead to, each once, best key first. */
export async function findContacts(
  tx: ReadTx<'contacts'>,
  keys: { readonly ref?: string; readonly addresses: readonly string[] },
): Promise<readonly Contact[]> {
  const store = tx.objectStore('contacts');
  const byRef = keys.ref === undefined ? [] : [store.index('ref').getAll(keys.ref, 5)];
  const byAddress = keys.addresses.map((key) => store.index('address').getAll(key, 5));
  const rows = (await Promise.all([...byRef, ...byAddress])).flat();
  const unique = new Map(rows.map((row) => [row.id, row]));
  return [...unique.values()].map((row) => parseRow(contactSchema, row));
}
