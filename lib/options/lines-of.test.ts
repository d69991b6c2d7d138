import { expect, test } from 'vitest';
import { linesOf } from './lines-of';

test('lines, commas and semicolons part entries; doubles and empty ones go', () => {
  const text = ' a@example.com\r\nb@example.com, @example.org;; a@example.com\n\n';

  expect(linesOf(text).lines).toEqual(['a@example.com', 'b@example.com', '@example.org']);
});

test('what is longer than an address can be never leaves the page', () => {
  const long = `${'a'.repeat(320)}@example.com`;

  expect(linesOf(`b@example.com\n${long}`)).toEqual({ lines: ['b@example.com'], tooLong: [long] });
});
