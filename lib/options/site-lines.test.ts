import { expect, test } from 'vitest';
import { siteLines } from './site-lines';

const known = [
  { id: 'gmail', name: 'Gmail', origins: ['https://mail.google.com/*'] },
  { id: 'hubspot', name: 'HubSpot', origins: ['https://*.hubspot.com/*'] },
];

const states = (input: { chosen: string[]; granted: string[] }) =>
  Object.fromEntries(siteLines({ known, ...input }).map(({ id, state }) => [id, state]));

test('at first every known site is off', () => {
  expect(states({ chosen: [], granted: [] })).toEqual({
    gmail: 'off',
    hubspot: 'off',
  });
});

test('what the browser granted is on', () => {
  const gmail = 'https://mail.google.com/*';

  expect(states({ chosen: [gmail], granted: [gmail] })).toEqual({
    gmail: 'on',
    hubspot: 'off',
  });
});

test('what was chosen and is no longer granted was taken back in the browser', () => {
  expect(states({ chosen: ['https://mail.google.com/*'], granted: [] })).toEqual({
    gmail: 'takenBack',
    hubspot: 'off',
  });
});

test('one account of a site, switched on from the popup, is the site', () => {
  const app = 'https://app-eu1.hubspot.com/*';

  expect(states({ chosen: [app], granted: [app] })).toEqual({
    gmail: 'off',
    hubspot: 'on',
  });
});

test('an address of the rep’s own is a line of its own, also when it was taken back', () => {
  const on = 'https://a.example.com/*';
  const gone = 'https://b.example.com/*';

  expect(states({ chosen: [on, gone], granted: [on] })).toEqual({
    gmail: 'off',
    hubspot: 'off',
    [on]: 'on',
    [gone]: 'takenBack',
  });
});

test('a grant for all sites switches every site on, and none can be removed alone', () => {
  const lines = siteLines({ known, chosen: [], granted: ['https://*/*'] });

  expect(lines.map(({ id, state, removable }) => [id, state, removable])).toEqual([
    ['gmail', 'on', false],
    ['hubspot', 'on', false],
  ]);
});
