import type { IDBPDatabase, IDBPTransaction } from 'idb';

/**
 * One numbered step of the database. It sees the database as earlier steps left it, whose shape the
 * current types no longer describe, hence the untyped handle. It may await nothing but requests of
 * its own transaction: anything else commits it half-way.
 */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly up: (
    database: IDBPDatabase,
    transaction: IDBPTransaction<unknown, string[], 'versionchange'>,
  ) => void | Promise<void>;
}
