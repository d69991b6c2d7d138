import { beforeEach, expect, test } from 'vitest';
import { NOW } from '@/test/support/builders';
import { openDatabase } from './database';
import type { Database } from './schema';
import { readSuppressions } from './suppression-list';

let database: Database;
beforeEach(async () => {
  database = await openDatabase({ name: `suppression-list-${crypto.randomUUID()}` });
});

async function put(addresses: readonly string[]) {
  const tx = database.transaction('suppression', 'readwrite');
  for (const address of addresses) await tx.store.put({ address, reason: 'blocked', at: NOW });
  await tx.done;
}

const read = async (text: string, limit: number) => {
  const { rows, hasMore } = await readSuppressions(database, { text, limit });
  return { found: rows.map(({ address }) => address), hasMore };
};

test('a page is in the order of the addresses and says whether there is more', async () => {
  await put(['c@example.com', 'a@example.com', '@example.org']);

  expect(await read('', 2)).toEqual({ found: ['@example.org', 'a@example.com'], hasMore: true });
  expect(await read('', 3)).toMatchObject({ hasMore: false });
});

test('a search finds any part of an address, in any case', async () => {
  await put(['ada@example.com', 'alan@example.org', '@example.org']);

  expect(await read(' EXAMPLE.org ', 10)).toEqual({
    found: ['@example.org', 'alan@example.org'],
    hasMore: false,
  });
});

test('the last of many is found, each one once', async () => {
  const many = Array.from(
    { length: 2_500 },
    (_, i) => `p${String(i).padStart(4, '0')}@example.com`,
  );
  await put(many);

  expect((await read('p2499', 10)).found).toEqual(['p2499@example.com']);
  expect((await read('', 5_000)).found).toEqual(many);
});
