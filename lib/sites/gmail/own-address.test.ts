import { expect, test } from 'vitest';
import { ownAddress } from './own-address';

test.each([
  ['Inbox (3) - rep@example.com - Gmail', 'rep@example.com'],
  ['Pricing - rep@example.com - Example Mail', 'rep@example.com'],
  ['Invoice - archive@example.com - please forward - rep@example.com - Gmail', 'rep@example.com'],
])('%s names %s', (title, address) => {
  expect(ownAddress(title)).toBe(address);
});

test.each([
  '',
  'Gmail',
  'Mail to rep@example.com',
  'x'.repeat(10_000),
])('%s names nobody', (title) => {
  expect(ownAddress(title)).toBeUndefined();
});
