import type { Page } from 'playwright-core';
import type { Schema, StoreName } from '../../lib/store/schema.ts';

type Row<Name extends StoreName> = Schema[Name]['value'];

/** The extension's own database, looked at and changed from a page of the extension. */
export interface StoredRows {
  readonly all: <Name extends StoreName>(store: Name) => Promise<readonly Row<Name>[]>;
  readonly put: <Name extends StoreName>(
    store: Name,
    ...rows: readonly Row<Name>[]
  ) => Promise<void>;
  /** Changes every row of a store that this function answers with something new for. */
  readonly change: <Name extends StoreName>(
    store: Name,
    next: (row: Row<Name>) => Row<Name> | undefined,
  ) => Promise<void>;
  readonly remove: (store: StoreName, key: string) => Promise<void>;
  /** Rows of several stores at once: a worker that wakes sees all of it, or nothing. */
  readonly putTogether: (
    rows: {
      readonly [Name in StoreName]?: readonly Row<Name>[];
    },
  ) => Promise<void>;
}

/** For what no surface can bring about, such as an import three days ago. Rows travel as JSON. */
export function storedRows(page: Page): StoredRows {
  const run = (store: string, work: Partial<Work> = {}) =>
    page.evaluate(inStore, { store, remove: [], ...work });
  return {
    all: (store) => run(store),
    put: (store, ...put) => page.evaluate(putInStores, { [store]: put }),
    change: async (store, next) => {
      const before: Row<typeof store>[] = await run(store);
      const put = before.map(next).filter((row) => row !== undefined);
      if (put.length === 0) throw new Error(`nothing to change in ${store}`);
      await page.evaluate(putInStores, { [store]: put });
    },
    remove: async (store, key) => {
      await run(store, { remove: [key] });
    },
    putTogether: (together) => page.evaluate(putInStores, together as Together),
  };
}

type Together = Readonly<Record<string, readonly unknown[]>>;

interface Work {
  readonly store: string;
  readonly remove: readonly string[];
}

/** Runs in the page, in one transaction. */
async function putInStores(together: Together): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('sequence-overlay');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  try {
    const tx = database.transaction(Object.keys(together), 'readwrite');
    for (const [store, rows] of Object.entries(together)) {
      for (const row of rows) tx.objectStore(store).put(row);
    }
    await new Promise((resolve, reject) => {
      tx.oncomplete = resolve;
      tx.onabort = () => reject(tx.error);
    });
  } finally {
    database.close();
  }
}

/** Runs in the page: removes rows and answers with everything that is in the store then. */
async function inStore({ store, remove }: Work) {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('sequence-overlay');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  try {
    const tx = database.transaction(store, remove.length === 0 ? 'readonly' : 'readwrite');
    for (const key of remove) tx.objectStore(store).delete(key);
    const all = tx.objectStore(store).getAll();
    await new Promise((resolve, reject) => {
      tx.oncomplete = resolve;
      tx.onabort = () => reject(tx.error);
    });
    return all.result;
  } finally {
    database.close();
  }
}
