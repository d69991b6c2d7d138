import { expect, test } from 'vitest';
import { aContact, address, NOW, zone } from '@/test/support/builders';
import { sameContact } from './same-contact';

test('when a contact was read, and in which order its properties came, does not count', () => {
  const one = aContact({ properties: { a: '1', b: '2' } });
  const other = aContact({ properties: { b: '2', a: '1' }, updatedAt: NOW + 1, past: {} });

  expect(sameContact(one, other)).toBe(true);
});

test.each([
  ['name', { name: 'Ada King' }],
  ['company', { company: 'Engines' }],
  ['zone', { zone: zone('Europe/London') }],
  ['addresses', { emails: [address('ada@example.com'), address('king@example.com')] }],
  ['properties', { properties: { stage: 'demo' } }],
  ['records', { refs: [{ site: 'hubspot', account: '1', recordId: '2' }] }],
  ['import', { importedAt: NOW }],
  ['answer', { engagedAt: NOW }],
])('another %s is another contact', (_what, overrides) => {
  expect(sameContact(aContact(), aContact(overrides))).toBe(false);
});
