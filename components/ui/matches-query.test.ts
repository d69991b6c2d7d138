import { expect, test } from 'vitest';
import { matchesQuery } from './matches-query';

test.each([
  ['', true],
  ['intro', true],
  ['warm q4', true],
  ['q4 warm', true],
  ['ŚWIAT', true],
  ['swiat', true],
  ['lodz', true],
  ['cold', false],
  ['.*', false],
])('"%s" finds it: %s', (query, expected) => {
  expect(matchesQuery('Warm intro – Q4, świątecznie, Łódź', query)).toBe(expected);
});
