import { beforeEach, expect, test } from 'vitest';
import { aContact, address, contactId } from '@/test/support/builders';
import { putContact } from './contacts';
import { openDatabase } from './database';
import type { Database } from './schema';
import { searchContacts } from './search-contacts';

let database: Database;
beforeEach(async () => {
  database = await openDatabase({ name: `search-contacts-${crypto.randomUUID()}` });
  const tx = database.transaction('contacts', 'readwrite');
  for (const [index, name] of ['Ada', 'Alan', 'Kurt'].entries()) {
    const id = contactId(`contact-${index}`);
    await putContact(tx, aContact({ id, name, emails: [address(`${name}@example.com`)] }));
  }
  await tx.done;
});

const find = async (text: string, limit = 10) => {
  const fits = ({ name }: { readonly name: string }) => name.toLowerCase().includes(text);
  const contacts = await searchContacts(database, { address: text, fits, limit });
  return contacts.map(({ name }) => name);
};

test('nothing typed offers the newest', async () => {
  expect(await find('', 2)).toEqual(['Kurt', 'Alan']);
});

test('a name finds whoever fits, the beginning of an address whoever has it', async () => {
  expect(await find('a')).toEqual(['Ada', 'Alan']);
  expect(await find('kurt@exam')).toEqual(['Kurt']);
});

test('a contact with several addresses is found once', async () => {
  const tx = database.transaction('contacts', 'readwrite');
  const emails = [address('emmy@example.com'), address('emmy@example.org')];
  await putContact(tx, aContact({ id: contactId('contact-9'), name: 'Emmy', emails }));
  await tx.done;

  expect(await find('emmy')).toEqual(['Emmy']);
});
