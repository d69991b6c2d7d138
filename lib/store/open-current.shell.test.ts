import { expect, test, vi } from 'vitest';
import { openDatabase } from './database';
import { DATABASE_VERSION } from './database-version';
import { migrations } from './migrations/migrations';
import { openCurrent } from './open-current';

test('the version is the number of the last migration', () => {
  expect(DATABASE_VERSION).toBe(migrations.length);
});

test('a database of this version is opened as it is', async () => {
  (await openDatabase()).close();
  const catchUp = vi.fn(async () => undefined);

  const database = await openCurrent({ catchUp });

  expect(database.version).toBe(DATABASE_VERSION);
  expect(catchUp).not.toHaveBeenCalled();
});

test('one that is behind is brought up to date by somebody else and left untouched here', async () => {
  (await openDatabase({ steps: migrations.slice(0, 1) })).close();
  const versions: number[] = [];

  const database = await openCurrent({
    catchUp: async () => {
      const [before] = await indexedDB.databases();
      versions.push(before?.version ?? 0);
      (await openDatabase()).close();
    },
  });

  expect(versions).toEqual([1]);
  expect(database.version).toBe(DATABASE_VERSION);
});

test('one that is not there yet is not made up', async () => {
  const open = openCurrent({ catchUp: async () => undefined });

  await expect(open).rejects.toMatchObject({ code: 'failed' });
  expect(await indexedDB.databases()).toEqual([]);
});

test('one of a newer build is named so', async () => {
  const more = { version: DATABASE_VERSION + 1, name: 'later', up: () => undefined };
  (await openDatabase({ steps: [...migrations, more] })).close();

  const open = openCurrent({ catchUp: async () => undefined });

  await expect(open).rejects.toMatchObject({ code: 'newerVersion' });
});
