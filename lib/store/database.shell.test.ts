import { expect, test } from 'vitest';
import { dumpDatabase, loadExample } from '@/test/support/load-example';
import { createConnection } from './connection';
import { openDatabase } from './database';
import { examples } from './examples/examples';
import type { Migration } from './migrations/migration';
import { migrations } from './migrations/migrations';
import { StoreUnavailable } from './store-unavailable';

const NAME = 'database';
const v1 = migrations.slice(0, 1);
const example = examples[0] ?? {};

const nextStep = (up: Migration['up']): readonly Migration[] => [
  ...v1,
  { version: 2, name: 'of a coming build', up },
];
const harmless = nextStep((database) => {
  database.createObjectStore('coming');
});

async function failureOf(opening: Promise<unknown>): Promise<StoreUnavailable> {
  const cause: unknown = await opening.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (cause instanceof StoreUnavailable) return cause;
  throw new Error('expected StoreUnavailable', { cause });
}

const defect = new Error('defect of a migration');

test.each([
  [
    'throws at once',
    nextStep(() => {
      throw defect;
    }),
  ],
  [
    'throws after it changed the shape',
    nextStep((database) => {
      database.deleteObjectStore('claims');
      database.createObjectStore('coming');
      throw defect;
    }),
  ],
  [
    'throws after it rewrote rows',
    nextStep(async (_database, transaction) => {
      const store = transaction.objectStore('contacts');
      for (const row of await store.getAll()) await store.put({ ...row, name: 'lost' });
      throw defect;
    }),
  ],
])('a step that %s leaves the old data as it was, at the old version', async (_how, steps) => {
  await loadExample(NAME, v1, example);
  const before = await dumpDatabase(NAME);

  const failure = await failureOf(openDatabase({ name: NAME, steps }));

  expect(failure.code).toBe('failed');
  expect(failure.cause).toBe(defect);
  expect(await dumpDatabase(NAME)).toEqual(before);
  const again = await openDatabase({ name: NAME, steps: v1 });
  expect(again.version).toBe(1);
});

test('a step whose request fails leaves the old data as well', async () => {
  await loadExample(NAME, v1, example);
  const before = await dumpDatabase(NAME);
  const steps = nextStep(async (_database, transaction) => {
    await transaction.objectStore('claims').clear();
    await transaction.objectStore('contacts').add({ id: 'c-ada' });
  });

  const failure = await failureOf(openDatabase({ name: NAME, steps }));

  expect(failure.code).toBe('failed');
  expect(await dumpDatabase(NAME)).toEqual(before);
});

test('after a failed step the next attempt starts where the last good one ended', async () => {
  await loadExample(NAME, v1, example);
  const broken = nextStep(() => Promise.reject(defect));
  await failureOf(openDatabase({ name: NAME, steps: broken }));

  const database = await openDatabase({ name: NAME, steps: harmless });

  expect(database.version).toBe(2);
  expect(await database.count('contacts')).toBe(example['contacts']?.length);
});

test('data of a newer build is not touched by an older one', async () => {
  (await openDatabase({ name: NAME, steps: harmless })).close();

  const failure = await failureOf(openDatabase({ name: NAME, steps: v1 }));

  expect(failure.code).toBe('newerVersion');
  expect((await dumpDatabase(NAME)).version).toBe(2);
});

test('a window that does not make way is named instead of waited for', async () => {
  const request = indexedDB.open(NAME, 1);
  const stubborn = await new Promise<IDBDatabase>((resolve) => {
    request.onsuccess = () => resolve(request.result);
  });

  const failure = await failureOf(openDatabase({ name: NAME, steps: harmless }));

  expect(failure.code).toBe('blocked');
  stubborn.close();
});

test('an old window makes way for a newer build, and opens again as that build', async () => {
  let steps: readonly Migration[] = v1;
  const connection = createConnection((options) => openDatabase({ ...options, name: NAME, steps }));
  const old = await connection.get();
  expect(await connection.get()).toBe(old);

  steps = harmless;
  (await openDatabase({ name: NAME, steps })).close();

  const again = await connection.get();
  expect(again).not.toBe(old);
  expect(again.version).toBe(2);
  expect(await again.count('contacts')).toBe(0);
  expect(() => old.transaction('contacts')).toThrow(/InvalidStateError|closing|closed/i);
});

test('an opening that failed is tried again by the next one who asks', async () => {
  let fails = true;
  const connection = createConnection((options) =>
    fails
      ? Promise.reject(new StoreUnavailable('failed'))
      : openDatabase({ ...options, name: NAME }),
  );
  expect((await failureOf(connection.get())).code).toBe('failed');

  fails = false;

  expect((await connection.get()).version).toBe(migrations.length);
});

test('many who ask at once share one connection', async () => {
  const connection = createConnection((options) => openDatabase({ ...options, name: NAME }));

  const all = await Promise.all([connection.get(), connection.get(), connection.get()]);

  expect(new Set(all).size).toBe(1);
});
