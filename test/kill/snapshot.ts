import type { Page } from 'playwright-core';
import type { Schema } from '../../lib/store/schema.ts';

const STORES = [
  'enrollments',
  'claims',
  'outbox',
  'limits',
  'sequences',
  'meta',
  'senders',
  'contacts',
] as const;

export type Snapshot = {
  readonly [Store in (typeof STORES)[number]]: readonly Schema[Store]['value'][];
} & {
  /** What the second home holds at the same moment, by key. */
  readonly home: Readonly<Record<string, unknown>>;
};

/** Everything that one transaction sees, and the second home while neither has moved on. */
export async function takeSnapshot(page: Page): Promise<Snapshot> {
  return page.evaluate(read, STORES);
}

/** Runs in the page. */
async function read(stores: readonly string[]) {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('sequence-overlay');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const epochIn = (home: Record<string, unknown>): unknown => Object(home['home/head']).epoch;
  try {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const before = await chrome.storage.local.get('home/head');
      const tx = database.transaction([...stores, 'homeLog']);
      const all = stores.map((name) => tx.objectStore(name).getAll());
      const last = tx.objectStore('homeLog').openKeyCursor(null, 'prev');
      await new Promise((resolve, reject) => {
        tx.oncomplete = resolve;
        tx.onabort = () => reject(tx.error);
      });
      const home = await chrome.storage.local.get(null);
      const epoch = last.result?.key;
      // The worker may be at work: only what both say of the same moment can be compared.
      if (epoch === epochIn(before) && epoch === epochIn(home)) {
        const rows = stores.map((name, index) => [name, all[index]?.result]);
        return { ...Object.fromEntries(rows), home };
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('the second home never came to where the database is');
  } finally {
    database.close();
  }
}
