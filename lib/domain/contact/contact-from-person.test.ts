import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { aContact, address, contactId, NOW, zone } from '@/test/support/builders';
import { contactSchema } from './contact';
import { addressesOf, contactFromPerson } from './contact-from-person';
import { addressKey } from './email-address';
import { type Person, personSchema } from './person';
import { siteRefKey } from './site-ref-key';

const fresh = { id: contactId('new'), now: NOW + 1 };
const person = (overrides: Partial<v.InferInput<typeof personSchema>> = {}): Person =>
  v.parse(personSchema, { name: '', emails: [], ...overrides });
const record = { site: 'hubspot', account: '4711', recordId: '42' };

test('a new person becomes a contact with what the page shows', () => {
  const shown = person({
    name: 'Grace Hopper',
    emails: ['Grace@Example.com'],
    company: 'Navy',
    zone: 'America/New_York',
    ref: record,
    properties: { first_name: 'Grace', job_title: '' },
  });

  expect(contactFromPerson(shown, undefined, fresh)).toEqual({
    id: 'new',
    name: 'Grace Hopper',
    emails: ['Grace@example.com'],
    company: 'Navy',
    zone: 'America/New_York',
    properties: { first_name: 'Grace' },
    refs: [record],
    createdAt: NOW + 1,
    updatedAt: NOW + 1,
  });
});

test('a page that shows nothing changes nothing but the time', () => {
  const known = aContact({ refs: [record], properties: { first_name: 'Ada' } });
  const empty = person({ company: '', zone: '', properties: { first_name: '' } });

  expect(contactFromPerson(empty, known, fresh)).toEqual({ ...known, updatedAt: NOW + 1 });
});

test("the page's values win", () => {
  const shown = person({ name: 'Ada King', company: 'Court', zone: 'Europe/London' });

  expect(contactFromPerson(shown, aContact(), fresh)).toMatchObject({
    id: 'contact-1',
    name: 'Ada King',
    company: 'Court',
    zone: 'Europe/London',
    createdAt: NOW,
  });
});

test('two addresses: the one on this page is written to, the other is kept', () => {
  const known = aContact({ emails: [address('ada@example.com')] });
  const shown = person({ emails: ['countess@example.com', 'ada@example.com'] });

  expect(contactFromPerson(shown, known, fresh).emails).toEqual([
    'countess@example.com',
    'ada@example.com',
  ]);
  expect(contactFromPerson(person({ emails: ['king@example.com'] }), known, fresh).emails).toEqual([
    'king@example.com',
    'ada@example.com',
  ]);
});

test('another spelling of a known address is not another address', () => {
  const known = aContact({ emails: [address('ada@example.com')] });

  expect(contactFromPerson(person({ emails: ['ADA@EXAMPLE.COM'] }), known, fresh).emails).toEqual([
    'ada@example.com',
  ]);
});

test('an address in place of a name does not replace a name', () => {
  expect(contactFromPerson(person({ name: 'ada@example.com' }), aContact(), fresh).name).toBe(
    'Ada Lovelace',
  );
});

test('a zone that nobody knows does not replace one that is known', () => {
  expect(contactFromPerson(person({ zone: 'CET-ish' }), aContact(), fresh).zone).toBe(
    zone('America/New_York'),
  );
});

test('what is no address is left out, one by one', () => {
  const emails = ['n/a', 'ada@example.com', '--', 'Ada@Example.com', 'eve@example.com'];

  expect(addressesOf(person({ emails }))).toEqual(['Ada@example.com', 'eve@example.com']);
});

test('nothing known is ever lost, and what comes out can be stored and read again', () => {
  const email = fc.constantFrom(
    'ada@example.com',
    'ADA@example.com',
    'king@example.com',
    'n/a',
    '',
  );
  const text = fc.oneof(fc.constantFrom('', 'Ada', 'ada@example.com', '<b>'), fc.string());
  const ref = fc.record({
    site: fc.constant('hubspot'),
    account: text,
    recordId: fc.constantFrom('1', '2'),
  });
  const anyPerson = fc
    .record({
      name: text,
      emails: fc.array(email, { maxLength: 4 }),
      company: text,
      zone: fc.constantFrom('', 'Europe/Warsaw', 'nowhere'),
      properties: fc.dictionary(fc.constantFrom('first_name', 'city', '__proto__'), text),
      ref,
    })
    .map((raw) => v.parse(personSchema, raw));

  fc.assert(
    fc.property(fc.array(anyPerson, { minLength: 1, maxLength: 4 }), (pages) => {
      let known = contactFromPerson(person(), undefined, fresh);
      for (const page of pages) {
        const next = contactFromPerson(page, known, { ...fresh, id: contactId('other') });

        expect(v.parse(contactSchema, next)).toEqual(next);
        expect(next.id).toBe('new');
        const keys = next.emails.map(addressKey);
        expect(keys).toEqual(expect.arrayContaining(known.emails.map(addressKey)));
        expect(new Set(keys).size).toBe(keys.length);
        expect(next.refs.map(siteRefKey)).toEqual(
          expect.arrayContaining(known.refs.map(siteRefKey)),
        );
        expect(Object.keys(next.properties)).toEqual(
          expect.arrayContaining(Object.keys(known.properties)),
        );
        if (known.name) expect(next.name).not.toBe('');
        if (known.company) expect(next.company).toBeTruthy();
        if (known.zone) expect(next.zone).toBeTruthy();
        known = next;
      }
    }),
  );
});

test('what no page knows is kept: when the contact was imported, and when they answered', () => {
  const known = aContact({ importedAt: NOW - 2, engagedAt: NOW - 1 });

  expect(contactFromPerson(person({ name: 'Ada' }), known, fresh)).toMatchObject({
    importedAt: NOW - 2,
    engagedAt: NOW - 1,
  });
});
