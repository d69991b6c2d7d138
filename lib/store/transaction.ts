import type { IndexKey, IndexNames, StoreKey, StoreNames, StoreValue } from 'idb';
import type { Schema } from './schema';

/*
 * What repositories need of a running transaction, and no more: idb's own type names every store of
 * the transaction, so one over five stores would not fit a function that reads two of them.
 */

type Name = StoreNames<Schema>;
type Query<Key> = Key | IDBKeyRange | null;

interface Cursor<Value> {
  readonly key: unknown;
  readonly value: Value;
  continue(): Promise<Cursor<Value> | null>;
}

interface KeyCursor {
  readonly key: unknown;
}

interface ReadIndex<Store extends Name, Index extends IndexNames<Schema, Store>> {
  get(key: Query<IndexKey<Schema, Store, Index>>): Promise<StoreValue<Schema, Store> | undefined>;
  getAll(
    query?: Query<IndexKey<Schema, Store, Index>>,
    count?: number,
  ): Promise<StoreValue<Schema, Store>[]>;
  openCursor(
    query?: Query<IndexKey<Schema, Store, Index>>,
    direction?: IDBCursorDirection,
  ): Promise<Cursor<StoreValue<Schema, Store>> | null>;
  openKeyCursor(
    query?: Query<IndexKey<Schema, Store, Index>>,
    direction?: IDBCursorDirection,
  ): Promise<KeyCursor | null>;
}

interface ReadStore<Store extends Name> {
  get(key: StoreKey<Schema, Store>): Promise<StoreValue<Schema, Store> | undefined>;
  getAll(
    query?: Query<StoreKey<Schema, Store>>,
    count?: number,
  ): Promise<StoreValue<Schema, Store>[]>;
  openCursor(
    query?: Query<StoreKey<Schema, Store>>,
    direction?: IDBCursorDirection,
  ): Promise<Cursor<StoreValue<Schema, Store>> | null>;
  index<Index extends IndexNames<Schema, Store>>(name: Index): ReadIndex<Store, Index>;
}

interface WriteStore<Store extends Name> extends ReadStore<Store> {
  add(value: StoreValue<Schema, Store>): Promise<StoreKey<Schema, Store>>;
  put(value: StoreValue<Schema, Store>): Promise<StoreKey<Schema, Store>>;
  delete(key: StoreKey<Schema, Store> | IDBKeyRange): Promise<void>;
}

/** Any running transaction over at least these stores. */
export interface ReadTx<Names extends Name> {
  objectStore<Store extends Names>(name: Store): ReadStore<Store>;
}

/** A running read-write transaction over at least these stores. */
export interface WriteTx<Names extends Name> {
  objectStore<Store extends Names>(name: Store): WriteStore<Store>;
}
