import type { Database, HomeLogRow, StoreName } from '@/lib/store/schema';
import type { Change, Mirror } from './mirror';
import { compacted, isMirrored, keyText, type Mirrored, matters, rowKey } from './mirrored-stores';

/** Rows of the log that the mirror has followed go away this often, in numbers of transactions. */
const TRIM_EVERY = 64;

/**
 * The database as the worker writes to it: whatever a transaction changes in a mirrored store is
 * noted in the log in the same transaction, and is in the second home before anybody learns that the
 * transaction is over. So nothing is done on the strength of a record that only one home has.
 *
 * A worker that dies between the two leaves a log that is ahead of the mirror: `catchUp`.
 */
export function mirroredDatabase(database: Database, mirror: Mirror): Database {
  return new Proxy(database, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      if (name === 'transaction') return transaction;
      return (...given: readonly unknown[]) => {
        const writes = name === 'put' || name === 'add' || name === 'delete' || name === 'clear';
        if (writes && isMirrored(String(given[0]))) throw new Unmirrored(String(given[0]));
        return Reflect.apply(member, target, given);
      };
    },
  });

  function transaction(
    stores: StoreName | readonly StoreName[],
    mode?: 'readonly' | 'readwrite',
    options?: IDBTransactionOptions,
  ): object {
    const wanted = typeof stores === 'string' ? [stores] : [...stores];
    if (mode !== 'readwrite' || !wanted.some(isMirrored)) {
      return database.transaction(wanted, mode ?? 'readonly', options);
    }
    return mirroredTransaction(database, [...wanted, 'homeLog'], { mirror, options });
  }
}

/** A mirrored row was to be written outside of a transaction that notes it. */
class Unmirrored extends Error {
  override readonly name = 'Unmirrored';
  readonly code = 'unmirrored';
}

function mirroredTransaction(
  database: Database,
  stores: StoreName[],
  {
    mirror,
    options,
  }: { readonly mirror: Mirror; readonly options?: IDBTransactionOptions | undefined },
): object {
  const tx = database.transaction(stores, 'readwrite', options);
  const noted = new Map<string, Change>();
  let logged = 0;
  let kept: readonly Change[] = [];
  let epoch: Promise<number> | undefined;

  const ended = tx.done.then(async () => {
    if (epoch !== undefined) await mirror.follow(await epoch, kept);
    if (logged < noted.size) throw new Unmirrored(stores.join());
  });
  // Whoever waits for the end hears of it; said twice it is an unhandled rejection.
  ended.catch(() => undefined);

  /** Called when somebody begins to wait for the end: all has been written by then. */
  function log(): void {
    if (noted.size === logged) return;
    logged = noted.size;
    kept = worthKeeping([...noted.values()]);
    if (kept.length === 0) return;
    const keys = kept.map(({ store, key }): [string, string] => [store, key]);
    const rows = tx.objectStore('homeLog');
    const added = rows.add({ keys } satisfies HomeLogRow);
    epoch = added.then((seq) => {
      if (seq % TRIM_EVERY === 0) void rows.delete(IDBKeyRange.upperBound(mirror.epoch(), true));
      return seq;
    });
    // The transaction fails with it, and says so itself.
    epoch.catch(() => undefined);
  }

  function note(store: Mirrored, key: string, row: object | undefined): void {
    if (row !== undefined && !matters(store, row)) return;
    noted.delete(`${store}/${key}`);
    noted.set(`${store}/${key}`, { store, key, row: row && compacted(store, row) });
  }

  return new Proxy(tx, {
    get(target, name) {
      if (name === 'done') {
        log();
        return ended;
      }
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      if (name !== 'objectStore') {
        return (...given: readonly unknown[]) => Reflect.apply(member, target, given);
      }
      return (store: StoreName) => {
        const found = target.objectStore(store);
        return isMirrored(store) ? noting(found, store, note) : found;
      };
    },
  });
}

function noting(
  target: object,
  store: Mirrored,
  note: (store: Mirrored, key: string, row: object | undefined) => void,
): object {
  return new Proxy(target, {
    get(_target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      return (first: unknown, ...more: readonly unknown[]) => {
        if (name === 'clear' || (name === 'delete' && first instanceof IDBKeyRange)) {
          throw new Unmirrored(store);
        }
        if ((name === 'put' || name === 'add') && typeof first === 'object' && first !== null) {
          note(store, rowKey(store, first), first);
        }
        if (name === 'delete') note(store, keyText(first), undefined);
        return Reflect.apply(member, target, [first, ...more]);
      };
    },
  });
}

/** Contacts count only where they are enrolled: the mirror is no second address book. */
function worthKeeping(changes: readonly Change[]): readonly Change[] {
  const enrolled = new Set(
    changes.flatMap(({ store, row }) =>
      store === 'enrollments' && row !== undefined ? [Reflect.get(row, 'contactId')] : [],
    ),
  );
  return changes.filter(({ store, key }) => store !== 'contacts' || enrolled.has(key));
}
