import { openDB } from 'idb';
import { DATABASE_NAME, DATABASE_VERSION } from './database-version';
import type { Database, Schema } from './schema';
import { StoreUnavailable } from './store-unavailable';
import { abort } from './write-at-once';

/**
 * Opens the database for reading, if it is of this build's version already, and never changes it.
 *
 * @param options.catchUp brings the database to this version when it is behind or not there yet
 * @param options.onGone called when this connection can no longer be used
 * @throws {StoreUnavailable} like `openDatabase`
 */
export async function openCurrent(options: {
  readonly catchUp: () => Promise<unknown>;
  readonly onGone?: () => void;
}): Promise<Database> {
  const first = await open(options);
  if (first !== 'behind') return first;
  await options.catchUp();
  const second = await open(options);
  if (second === 'behind') throw new StoreUnavailable('failed');
  return second;
}

async function open(options: { readonly onGone?: () => void }): Promise<Database | 'behind'> {
  let isBehind = false;
  try {
    return await openDB<Schema>(DATABASE_NAME, DATABASE_VERSION, {
      upgrade(_database, _from, _to, transaction) {
        isBehind = true;
        transaction.done.catch(() => undefined);
        abort(transaction);
      },
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        options.onGone?.();
      },
      terminated: () => options.onGone?.(),
    });
  } catch (cause) {
    if (isBehind) return 'behind';
    const isNewer = cause instanceof DOMException && cause.name === 'VersionError';
    throw new StoreUnavailable(isNewer ? 'newerVersion' : 'failed', cause);
  }
}
