import { expect, test } from 'vitest';
import { zoneIn } from './zone-in';

test.each([
  ['Europe/Warsaw', 'Europe/Warsaw'],
  ['america_slash_los_angeles', 'America/Los_Angeles'],
  ['africa_slash_dar_es_salaam', 'Africa/Dar_es_Salaam'],
  ['America/New York', 'America/New_York'],
  ['UTC -05:00 America/New York', 'America/New_York'],
  ['(GMT+01:00) Europe/Paris', 'Europe/Paris'],
])('%s is the zone %s', (shown, zone) => {
  expect(zoneIn(shown)).toBe(zone);
});

test.each([
  undefined,
  '',
  '--',
  'Eastern Time',
  'UTC +02:00',
  'x'.repeat(10_000),
])('%s is no zone that clocks follow', (shown) => {
  expect(zoneIn(shown)).toBeUndefined();
});
