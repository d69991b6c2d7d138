import type { IDBPTransaction } from 'idb';
import type { Database, Schema, StoreName } from './schema';

/**
 * Writes in one transaction: afterwards everything is on disk, or nothing is. The database takes
 * back what was written before a failed request; this also takes back what was written before an
 * exception that it knows nothing of.
 *
 * @param work may await nothing but requests of its own transaction
 */
export async function writeAtOnce<Name extends StoreName, Result>(
  database: Database,
  stores: readonly Name[],
  work: (tx: IDBPTransaction<Schema, Name[], 'readwrite'>) => Promise<Result>,
): Promise<Result> {
  const tx = database.transaction([...stores], 'readwrite', { durability: 'strict' });
  // Whoever waits for `work` hears of it; said twice it is an unhandled rejection.
  tx.done.catch(() => undefined);
  try {
    const result = await work(tx);
    await tx.done;
    return result;
  } catch (cause) {
    abort(tx);
    throw cause;
  }
}

/** Takes a transaction back, if it is not over already. */
export function abort(tx: { readonly abort: () => void }): void {
  try {
    tx.abort();
  } catch {
    // It was: a failed request ends its transaction by itself.
  }
}
