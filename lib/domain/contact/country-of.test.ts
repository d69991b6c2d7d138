import { expect, test } from 'vitest';
import { zone } from '@/test/support/builders';
import { countryOf } from './country-of';

const WARSAW = zone('Europe/Warsaw');
const zones = {
  'Europe/Warsaw': 'PL',
  'Europe/London': 'GB',
  'America/New_York': 'US',
  'Africa/Accra': 'GH',
};

test.each([
  ['its code', 'PL', 'PL'],
  ['its code in small letters', 'gh', 'GH'],
  ['its English name', 'United Kingdom', 'GB'],
  ['its Polish name', ' stany zjednoczone ', 'US'],
  ['what people call it', 'USA', 'US'],
  ['what people take for its code', 'UK', 'GB'],
])('a country is understood by %s', (_how, named, code) => {
  expect(countryOf(named, WARSAW, zones)).toBe(code);
});

test.each([undefined, '', '  ', 'Ruritania', 'constructor'])('for %j it is the zone’s', (named) => {
  expect(countryOf(named, WARSAW, zones)).toBe('PL');
});

test('without either nobody knows', () => {
  expect(countryOf('Poland', undefined, {})).toBeUndefined();
  expect(countryOf(undefined, WARSAW, {})).toBeUndefined();
});
