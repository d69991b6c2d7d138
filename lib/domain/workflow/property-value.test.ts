import { describe, expect, test } from 'vitest';
import { aContact, address, NOW, zone } from '@/test/support/builders';
import { definitionsFor, KNOWN_PROPERTIES } from './known-properties';
import { propertyValue, valuesOf } from './property-value';

describe('a property of a contact', () => {
  test('is what is stored under its name', () => {
    const contact = aContact({ properties: { industry: 'SaaS' } });

    expect(propertyValue(contact, 'industry')).toBe('SaaS');
  });

  test('is unknown when it is empty or was never said', () => {
    const contact = aContact({ properties: { industry: '' } });

    expect(propertyValue(contact, 'industry')).toBeUndefined();
    expect(propertyValue(contact, 'constructor')).toBeUndefined();
    expect(propertyValue(contact, '__proto__')).toBeUndefined();
  });

  test('has HubSpot’s name and the one that pages use', () => {
    const contact = aContact({ properties: { job_title: 'VP', lifecycle_stage: 'lead' } });

    expect(propertyValue(contact, 'jobtitle')).toBe('VP');
    expect(propertyValue(contact, 'job_title')).toBe('VP');
    expect(propertyValue(contact, 'lifecyclestage')).toBe('lead');
  });

  test('that was set under HubSpot’s name wins over what a page said', () => {
    const contact = aContact({ properties: { firstname: 'Augusta', first_name: 'Ada' } });

    expect(propertyValue(contact, 'firstname')).toBe('Augusta');
  });

  test('is derived where we keep it ourselves', () => {
    const contact = aContact({
      name: 'Ada King Lovelace',
      emails: [address('ada@example.com')],
      company: 'Analytical Engines',
      zone: zone('Europe/London'),
      importedAt: NOW,
      engagedAt: NOW,
    });
    const now = '2026-11-24T08:00:00.000Z';

    expect(Object.fromEntries(valuesOf(contact))).toEqual({
      email: 'ada@example.com',
      hs_email_domain: 'example.com',
      firstname: 'Ada',
      lastname: 'King Lovelace',
      company: 'Analytical Engines',
      hs_timezone: 'Europe/London',
      createdate: now,
      lastmodifieddate: now,
      imported: 'true',
      imported_date: now,
      engaged: now,
    });
  });

  test('that nobody can set is not taken from what a page claims', () => {
    const contact = aContact({ properties: { createdate: '1999-01-01', imported: 'true' } });

    expect(propertyValue(contact, 'createdate')).toBe('2026-11-24T08:00:00.000Z');
    expect(propertyValue(contact, 'imported')).toBe('false');
  });

  test('beyond the calendar is unknown, and nothing is thrown', () => {
    expect(propertyValue(aContact({ createdAt: 9e15 }), 'createdate')).toBeUndefined();
  });
});

describe('what filters may name', () => {
  test('are the known properties and a company’s own, whose type is a guess', () => {
    const definitions = definitionsFor(['shoe_size', 'email']);

    expect(definitions.size).toBe(KNOWN_PROPERTIES.length + 1);
    expect(definitions.get('shoe_size')).toEqual({
      name: 'shoe_size',
      type: 'string',
      guessed: true,
    });
    expect(definitions.get('email')?.readOnly).toBe(true);
  });

  test('are known once each', () => {
    const names = KNOWN_PROPERTIES.map(({ name }) => name);

    expect(new Set(names).size).toBe(names.length);
  });
});
