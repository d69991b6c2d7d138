import { openDB } from 'idb';
import { openDatabase } from './database';
import { migrations } from './migrations/migrations';

/**
 * Brings rows that an earlier build wrote to today's shape: through the same migrations as a
 * database, in one that exists only for that.
 *
 * @param version of the database that the rows come from
 * @throws when a row does not fit into a database of that version, or the version is not known
 */
export async function migrateRows(
  version: number,
  stores: Readonly<Record<string, readonly object[]>>,
): Promise<Readonly<Record<string, object[]>>> {
  if (version < 1 || version > migrations.length) throw new UnknownVersion(version);
  const name = `sequence-overlay-migrating-${crypto.randomUUID()}`;
  try {
    (await openDatabase({ name, steps: migrations.slice(0, version) })).close();
    const past = await openDB(name);
    for (const [store, rows] of Object.entries(stores)) {
      if (rows.length === 0 || !past.objectStoreNames.contains(store)) continue;
      const tx = past.transaction(store, 'readwrite');
      for (const row of rows) void tx.store.put(row);
      await tx.done;
    }
    past.close();
    const database = await openDatabase({ name });
    const found: Record<string, object[]> = {};
    for (const store of database.objectStoreNames) found[store] = await database.getAll(store);
    database.close();
    return found;
  } finally {
    indexedDB.deleteDatabase(name);
  }
}

/** Rows of a build that is newer than this one, or of none. */
export class UnknownVersion extends Error {
  override readonly name = 'UnknownVersion';
  readonly code = 'unknownVersion';

  constructor(version: number) {
    super(`No build before this one has version ${version}`);
  }
}
