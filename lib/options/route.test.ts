import { expect, test } from 'vitest';
import { hashOf, parsePlace } from './route';

test.each([
  ['#sequences', { section: 'sequences' }],
  ['#sequences/', { section: 'sequences' }],
  ['#sequences/new', { section: 'sequences', item: 'new' }],
  ['#sequences/0198-a%2Fb', { section: 'sequences', item: '0198-a/b' }],
  ['#sequences/%E0%A4%A', { section: 'sequences' }],
  ['#mailbox', { section: 'mailbox' }],
  ['#mailbox/anything', { section: 'mailbox' }],
  ['', undefined],
  ['#nowhere', undefined],
])('%s leads to %o', (hash, place) => {
  expect(parsePlace(hash)).toEqual(place);
});

test.each(['new', 'a/b', 'ą#?%', '0198'])('the address of %s leads back to it', (item) => {
  expect(parsePlace(hashOf({ section: 'sequences', item }))?.item).toBe(item);
});
