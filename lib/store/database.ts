import { openDB } from 'idb';
import { DATABASE_NAME } from './database-version';
import type { Migration } from './migrations/migration';
import { migrations } from './migrations/migrations';
import type { Database, Schema } from './schema';
import { StoreUnavailable } from './store-unavailable';
import { abort } from './write-at-once';

export type { Database } from './schema';

/**
 * Opens the database and brings it to the current version.
 *
 * A step that fails aborts the upgrade as a whole: the old data stays as it was.
 *
 * @param options.name another name, for tests
 * @param options.steps another history, for tests of migrations
 * @param options.onGone called when this connection can no longer be used, to open a new one
 * @throws {StoreUnavailable} when the data belongs to a newer build, another window blocks the
 * upgrade, or the disk fails
 */
export async function openDatabase(
  options: {
    readonly name?: string;
    readonly steps?: readonly Migration[];
    readonly onGone?: () => void;
  } = {},
): Promise<Database> {
  const steps = options.steps ?? migrations;
  const blocked = Promise.withResolvers<never>();
  let failure: unknown;
  const opening = openDB<Schema>(options.name ?? DATABASE_NAME, steps.length, {
    async upgrade(database, from, _to, transaction) {
      transaction.done.catch(() => undefined);
      try {
        for (const step of steps.slice(from)) {
          // Steps see every past shape, which the current schema cannot describe.
          await step.up(database as never, transaction as never);
        }
      } catch (cause) {
        // Nobody looks at what this promise becomes: without this, half an upgrade would stay.
        failure = cause;
        abort(transaction);
      }
    },
    blocked: () => blocked.reject(new StoreUnavailable('blocked')),
    // Another window has a newer build: make way at once, or its upgrade waits for ever.
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      options.onGone?.();
    },
    terminated: () => options.onGone?.(),
  });
  try {
    return await Promise.race([opening, blocked.promise]);
  } catch (cause) {
    opening.then((late) => late.close()).catch(() => undefined);
    throw cause instanceof StoreUnavailable
      ? cause
      : new StoreUnavailable(reasonOf(cause), failure ?? cause);
  }
}

function reasonOf(cause: unknown): StoreUnavailable['code'] {
  return cause instanceof DOMException && cause.name === 'VersionError' ? 'newerVersion' : 'failed';
}
