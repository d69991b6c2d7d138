import { expect, test } from 'vitest';
import { identifyGmail } from './identify';

const ID = 'FMfcgzQXKDPbFzvJhgnkMTPnzqLzFTrM';
const at = (rest: string) => identifyGmail(new URL(`https://mail.google.com${rest}`));

test.each([
  `/mail/u/1/#inbox/${ID}`,
  `/mail/u/1/#all/${ID}?compose=new`,
  `/mail/u/1/#label/Customers/${ID}`,
  `/mail/u/1/#search/from%3Aada/${ID}`,
  `/mail/u/1/?tab=rm#sent/${ID}`,
])('%s is one conversation, whatever view it is in', (rest) => {
  expect(at(rest)).toEqual({ kind: 'thread', key: `1/thread/${ID}`, account: '1' });
});

test.each([
  '/mail/u/0/',
  '/mail/u/0/#inbox',
  '/mail/u/0/#inbox/p2',
  '/mail/u/0/#inbox?compose=new',
  '/mail/u/0/#label/Customers',
  // A label or a query may look like an id; a conversation is only ever behind it.
  `/mail/u/0/#label/${ID}`,
  `/mail/u/0/#search/${ID}`,
])('%s is a list', (rest) => {
  expect(at(rest)).toMatchObject({ kind: 'list', account: '0' });
});

test.each([
  '/mail/u/0/#settings/general',
  '/mail/u/0/#contacts',
  '/chat/u/0/#inbox',
  '/mail/',
  '/',
])('%s is nothing of ours', (rest) => {
  expect(at(rest)).toBeUndefined();
});

test('a conversation in a window of its own is known by its thread', () => {
  const page = at('/mail/u/0/popout?ver=1&search=inbox&th=%23thread-f%3A17');

  expect(page).toEqual({ kind: 'thread', key: '0/popout/#thread-f:17', account: '0' });
});

test('two accounts and two pages of a list are different things', () => {
  const keys = ['/mail/u/0/#inbox', '/mail/u/1/#inbox', '/mail/u/0/#inbox/p2'].map(
    (rest) => at(rest)?.key,
  );

  expect(new Set(keys).size).toBe(3);
});
