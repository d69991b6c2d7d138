import { DATABASE_VERSION } from '@/lib/store/database-version';
import { entryKey, entryOf } from './home-entry';
import { HEAD_KEY, type HomeHead } from './home-head';
import type { Mirrored } from './mirrored-stores';
import type { SecondHome } from './second-home';

/** What one transaction has changed in mirrored stores. */
export interface Change {
  readonly store: Mirrored;
  readonly key: string;
  /** As it is now; `undefined` when it was deleted. */
  readonly row: object | undefined;
}

/** Follows the database in the second home. */
export interface Mirror {
  /** How far it has come. */
  readonly epoch: () => number;
  /**
   * Writes what a transaction has changed, once that is on disk.
   *
   * @param epoch number of the transaction; the mirror then holds everything up to it
   * @throws what the second home throws; the changes are kept and go along with the next ones
   */
  readonly follow: (epoch: number, changes: readonly Change[]) => Promise<void>;
}

/**
 * Changes that come while a write is under way leave together in the next one, so that many cost
 * little more than one. Nothing moves the head past what was not written: what failed goes along.
 */
export function createMirror(home: SecondHome, { identity, epoch }: HomeHead): Mirror {
  let written = epoch;
  let waiting = new Map<string, unknown>();
  let reached = epoch;
  let last: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;

  async function write(): Promise<void> {
    next = undefined;
    const entries = waiting;
    const upTo = reached;
    waiting = new Map();
    const head: HomeHead = { v: DATABASE_VERSION, identity, epoch: upTo };
    try {
      await home.write({ ...Object.fromEntries(entries), [HEAD_KEY]: head });
      written = upTo;
    } catch (cause) {
      waiting = new Map([...entries, ...waiting]);
      throw cause;
    }
  }

  return {
    epoch: () => written,
    follow(upTo, changes) {
      reached = Math.max(reached, upTo);
      for (const { store, key, row } of changes) waiting.set(entryKey(store, key), entryOf(row));
      next ??= last.then(write, write);
      last = next;
      return next;
    },
  };
}
