import type { HomeHead } from './home-head';

/** What the database says of itself. */
export interface DatabaseFacts {
  /** `undefined` in a database that nobody has used yet. */
  readonly identity: string | undefined;
  /** Number of its last transaction that the mirror must follow. */
  readonly epoch: number;
}

/** How a database came to be another one than was expected. */
export type LossCause = 'wiped' | 'recreated' | 'rolledBack';

export type Comparison =
  | { readonly kind: 'whole'; readonly head: HomeHead }
  /** A first use, of the extension or of this version of it. */
  | { readonly kind: 'new' }
  /** The database is there, and what the second home holds of it is not, or is of an older build. */
  | { readonly kind: 'mirrorMissing'; readonly identity: string; readonly epoch: number }
  /** A worker died between the two writes. */
  | { readonly kind: 'mirrorBehind'; readonly head: HomeHead }
  /** This is not the database, or not all of it: nothing may be decided or sent from it. */
  | { readonly kind: 'lost'; readonly head: HomeHead; readonly cause: LossCause };

/**
 * Is this the database that was last written to? Only the second home can tell: an empty database is
 * as good as any to itself. Source: `perf-reliability.md` 2.1, 2 of 218 killed browsers handed back
 * an empty one.
 *
 * @param head of the second home; `undefined` when there is none
 * @param version of the database's shape in this build
 * @example compareHomes({ identity: undefined, epoch: 0 }, head, 4).kind // 'lost'
 */
export function compareHomes(
  database: DatabaseFacts,
  head: HomeHead | undefined,
  version: number,
): Comparison {
  const { identity, epoch } = database;
  if (identity === undefined) {
    return head === undefined ? { kind: 'new' } : { kind: 'lost', head, cause: 'wiped' };
  }
  if (head === undefined) return { kind: 'mirrorMissing', identity, epoch };
  if (identity !== head.identity) return { kind: 'lost', head, cause: 'recreated' };
  if (epoch < head.epoch) return { kind: 'lost', head, cause: 'rolledBack' };
  if (head.v !== version) return { kind: 'mirrorMissing', identity, epoch };
  return { kind: epoch === head.epoch ? 'whole' : 'mirrorBehind', head };
}
