import { expect, test } from 'vitest';
import { hashOf, parsePlace } from './route';

test.each([
  ['#sequences', { section: 'sequences' }],
  ['#sequences/', { section: 'sequences' }],
  ['#sequences/new', { section: 'sequences', item: 'new' }],
  ['#sequences/0198-a%2Fb', { section: 'sequences', item: '0198-a/b' }],
  ['#sequences/%E0%A4%A', { section: 'sequences' }],
  ['#workflows/new', { section: 'workflows', item: 'new' }],
  ['#workflows/new?sequence=a%2Fb', { section: 'workflows', item: 'new', sequence: 'a/b' }],
  ['#workflows?sequence=a', { section: 'workflows' }],
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

test.each([
  'a/b',
  'ą#?%&=',
  '0198',
])('a new workflow for the sequence %s has its address', (sequence) => {
  const place = { section: 'workflows', item: 'new', sequence } as const;

  expect(parsePlace(hashOf(place))).toEqual(place);
});
