import { expect, test } from 'vitest';
import type { Person } from '@/lib/domain/contact/person';
import { mergePeople } from './merge-people';

const aPerson = (name: string, ...emails: string[]): Person => ({ name, emails, properties: {} });

test('one mailbox is one person, and the first with a name gives it', () => {
  const people = [
    aPerson('', 'ada@example.com'),
    { ...aPerson('Ada', 'ADA@example.com', 'a@example.com'), company: 'Kowalska' },
    aPerson('A.', 'a@example.com'),
  ];

  const merged = mergePeople(people, { limit: 50 });

  expect(merged).toEqual([
    {
      name: 'Ada',
      emails: ['ada@example.com', 'a@example.com'],
      company: 'Kowalska',
      properties: {},
    },
  ]);
});

test('two people of one name stay two', () => {
  const people = [aPerson('Dana', 'dana@example.com'), aPerson('Dana', 'dana@levy.example.com')];

  expect(mergePeople(people, { limit: 50 })).toHaveLength(2);
});

test('the rep and people without an address are left out', () => {
  const people = [
    aPerson('Me', 'Rep@Example.com'),
    aPerson('Nobody'),
    aPerson('Ada', 'ada@example.com'),
  ];

  expect(mergePeople(people, { own: ['rep@example.com'], limit: 50 })).toEqual([people[2]]);
});

test('a page with thousands of people yields the first ones only', () => {
  const people = Array.from({ length: 5_000 }, (_, at) => aPerson('', `p${at}@example.com`));

  const merged = mergePeople(people, { limit: 50 });

  expect(merged).toHaveLength(50);
  expect(merged.at(-1)).toEqual(people[49]);
});
