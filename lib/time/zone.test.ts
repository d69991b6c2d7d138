import { expect, test } from 'vitest';
import { parseZone } from './zone';

test.each([
  ['Europe/Warsaw', 'Europe/Warsaw'],
  ['  America/New_York \n', 'America/New_York'],
  ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['UTC', 'UTC'],
])('%j is read as %s', (text, zone) => {
  expect(parseZone(text)).toBe(zone);
});

test.each([
  undefined,
  null,
  2,
  {},
  [],
  ['Europe/Warsaw'],
  new String('Europe/Warsaw'),
])('what is no text is no zone: %j', (value) => {
  expect(parseZone(value)).toBeUndefined();
});

test.each([
  '',
  '   ',
  'CET-ish',
  '+02:00',
  'Europe/Atlantis',
  `Europe/${'a'.repeat(60)}`,
])('what the browser does not know is no zone: %j', (text) => {
  expect(parseZone(text)).toBeUndefined();
});
