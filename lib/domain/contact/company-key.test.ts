import { describe, expect, test } from 'vitest';
import { address } from '@/test/support/builders';
import { companyKeyOf } from './company-key';
import { isDeliverable } from './is-deliverable';
import { isFreeMail } from './is-free-mail';
import { isRoleAddress } from './is-role-address';

describe('the company of a contact', () => {
  test.each([
    [['ada@Engines.example.com'], 'Other Name', 'engines.example.com'],
    [['ada@gmail.com'], 'Analytical Engines', 'analytical engines'],
    [['ada@gmail.com'], ' ANALYTICAL  Engines, Inc. ', 'analytical engines'],
    [['ada@gmail.com'], 'Maszyny Sp. z o.o.', 'maszyny'],
    [['ada@gmail.com'], 'Żółw S.A.', 'żółw'],
    [['ada@gmail.com', 'ada@engines.example.com'], undefined, 'engines.example.com'],
    [['ada@gmail.com'], undefined, undefined],
    [['ada@gmail.com'], ' -- ', undefined],
    [['ada@gmail.com'], 'Co', 'co'],
    [[], undefined, undefined],
  ])('of %j at %j is %j', (emails, company, key) => {
    const contact = { emails: emails.map(address), ...(company !== undefined && { company }) };

    expect(companyKeyOf(contact)).toBe(key);
  });

  test('two people with free mail and different companies are no colleagues', () => {
    const [one, other] = ['Engines', 'Looms'].map((company) =>
      companyKeyOf({ emails: [address('x@gmail.com')], company }),
    );

    expect(one).not.toBe(other);
  });

  test('providers of free mail are known in every country, and nobody else is taken for one', () => {
    const free = ['gmail.com', 'yahoo.co.uk', 'yahoo.pl', 'hotmail.com.br', 'web.de', 'wp.pl'];
    const companies = ['live.example.com', 'yahoo.example', 'mygmail.com', 'outlook.engines.com'];

    expect(free.filter((domain) => !isFreeMail(domain))).toEqual([]);
    expect(companies.filter(isFreeMail)).toEqual([]);
  });
});

test.each([
  ['info@example.com', true],
  ['No-Reply@example.com', true],
  ['sales+eu@example.com', true],
  ['ada@example.com', false],
  ['infographics@example.com', false],
  ['ada@info.example.com', false],
])('%s is a role address: %s', (text, expected) => {
  expect(isRoleAddress(text)).toBe(expected);
});

test.each([
  ['ada@example.com', true],
  ['zażółć@żółw.example.com', true],
  [`${'a'.repeat(64)}@example.com`, true],
  // 64 characters are more than 64 octets here.
  [`${'ż'.repeat(64)}@example.com`, false],
  [`ada@${'ż'.repeat(60)}.example.com`, false],
  ['ada@example', false],
  ['not an address', false],
])('%s can be delivered to as far as its form goes: %s', (text, expected) => {
  expect(isDeliverable(text)).toBe(expected);
});
