import { describe, expect, test } from 'vitest';
import { address } from '@/test/support/builders';
import { companyKeyOf } from './company-key';
import { FREE_MAIL_DOMAINS } from './free-mail-domains';
import { isDeliverable } from './is-deliverable';
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

  test('the list holds domains as they are compared', () => {
    for (const domain of FREE_MAIL_DOMAINS) expect(domain).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
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
