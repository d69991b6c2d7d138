import { expect, test } from 'vitest';
import { aContact, address } from '@/test/support/builders';
import { displayName, firstName, lastName } from './contact-name';

const named = (name: string, properties: Record<string, string> = {}) =>
  aContact({ name, properties, emails: [address('info@example.com')] });

test.each([
  ['Ada Lovelace', 'Ada Lovelace', 'Ada', 'Lovelace'],
  ['Ada', 'Ada', 'Ada', ''],
  ['Ada King Lovelace', 'Ada King Lovelace', 'Ada', 'King Lovelace'],
  ['', 'info@example.com', '', ''],
  ['info@example.com', 'info@example.com', '', ''],
])('%j is shown as %j and addressed as %j', (name, shown, first, last) => {
  const contact = named(name);

  expect([displayName(contact), firstName(contact), lastName(contact)]).toEqual([
    shown,
    first,
    last,
  ]);
});

test('what the CRM says goes before what the name looks like', () => {
  const contact = named('Lovelace, Ada', { first_name: 'Ada', last_name: 'Lovelace' });

  expect([firstName(contact), lastName(contact)]).toEqual(['Ada', 'Lovelace']);
});

test('an empty value of the CRM says nothing', () => {
  const contact = named('Ada Lovelace', { first_name: '', last_name: '' });

  expect([firstName(contact), lastName(contact)]).toEqual(['Ada', 'Lovelace']);
});

test('without name and address there is nothing to show', () => {
  expect(displayName(aContact({ name: '', emails: [] }))).toBe('');
});
