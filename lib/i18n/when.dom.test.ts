import { expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { locale } from './locale';
import { when } from './when';

const now = Date.parse('2026-11-24T08:00:00Z');
const zone = 'Europe/Warsaw';
const at = (iso: string) => when(Date.parse(iso), { now, zone });

test.each([
  ['2026-11-24T07:00:00Z', 'now'],
  ['2026-11-24T08:00:00Z', 'now'],
  ['2026-11-24T22:59:00Z', 'today 11:59 PM'],
  ['2026-11-24T23:00:00Z', 'tomorrow 12:00 AM'],
  ['2026-11-26T08:30:00Z', 'Thursday 9:30 AM'],
  ['2026-12-01T08:30:00Z', 'Dec 1, 9:30 AM'],
  ['2027-03-01T08:30:00Z', 'Mar 1, 2027, 9:30 AM'],
])('%s is said as "%s"', (iso, said) => {
  expect(at(iso)).toBe(said);
});

test('the day is the one of the zone, not of this computer', () => {
  const evening = Date.parse('2026-11-24T20:00:00Z');

  expect(when(evening, { now, zone: 'Asia/Tokyo' })).toBe('tomorrow 5:00 AM');
  expect(when(evening, { now, zone: 'America/New_York' })).toBe('today 3:00 PM');
});

test('a day of 25 hours is one day', () => {
  const before = Date.parse('2026-10-24T20:00:00Z');
  const after = Date.parse('2026-10-25T22:30:00Z');

  expect(when(after, { now: before, zone })).toBe('tomorrow 11:30 PM');
});

test('dates are in the language of the sentences around them', () => {
  fakeBrowser.i18n.getUILanguage = () => 'fr-FR';
  const french = locale();
  fakeBrowser.i18n.getUILanguage = () => 'en-GB';

  expect([french, locale()]).toEqual(['en', 'en-GB']);
});
