import { expect, test } from 'vitest';
import { wholeNumber } from './whole-number';

test.each([
  ['0', 0],
  [' 12 ', 12],
  ['365', 365],
  ['007', 7],
  ['366', undefined],
  ['-1', undefined],
  ['1.5', undefined],
  ['1e2', undefined],
  ['', undefined],
  [' ', undefined],
  ['12 days', undefined],
  ['99999999999999999999', undefined],
])('%j within a year is %s', (text, value) => {
  expect(wholeNumber(text, { min: 0, max: 365 })).toBe(value);
});
