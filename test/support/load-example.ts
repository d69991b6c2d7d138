import { openDB } from 'idb';
import { openDatabase } from '@/lib/store/database';
import type { Example } from '@/lib/store/examples/example';
import type { Migration } from '@/lib/store/migrations/migration';

/** Makes a database as a build of that time left it: its steps, its rows, and closed again. */
export async function loadExample(
  name: string,
  steps: readonly Migration[],
  example: Example,
): Promise<void> {
  (await openDatabase({ name, steps })).close();
  const database = await openDB(name);
  for (const [store, rows] of Object.entries(example)) {
    const tx = database.transaction(store, 'readwrite');
    for (const row of rows) await tx.store.add(row);
    await tx.done;
  }
  database.close();
}

/** Everything that a database holds, store by store, whatever its version. */
export async function dumpDatabase(
  name: string,
): Promise<{ readonly version: number; readonly stores: Example }> {
  const database = await openDB(name);
  const names = [...database.objectStoreNames];
  const rows = await Promise.all(names.map((store) => database.getAll(store)));
  const stores = Object.fromEntries(names.map((store, index) => [store, rows[index] ?? []]));
  const { version } = database;
  database.close();
  return { version, stores };
}
