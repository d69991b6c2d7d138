import type { Ids } from '@/lib/domain/ids';
import { DATABASE_VERSION } from '@/lib/store/database-version';
import type { Database } from '@/lib/store/schema';
import { StoreUnavailable } from '@/lib/store/store-unavailable';
import { writeAtOnce } from '@/lib/store/write-at-once';
import type { Clock } from '@/lib/time/clock';
import { compareHomes, type DatabaseFacts, type LossCause } from './compare-homes';
import { FACT_STORES, readDatabaseFacts } from './database-facts';
import { placeOf } from './home-entry';
import { HEAD_KEY, type HomeHead, parseHead } from './home-head';
import { createMirror } from './mirror';
import { mirroredDatabase } from './mirrored-database';
import { readMirror } from './read-mirror';
import { catchUp, rebuildMirror } from './rebuild-mirror';
import { restoreDatabase } from './restore-database';
import type { SecondHome } from './second-home';

export interface HomeDeps {
  readonly home: SecondHome;
  readonly clock: Clock;
  readonly ids: Ids;
  /** The database was lost and brought back. */
  readonly restored?: (cause: LossCause) => void;
}

/**
 * Makes sure that this is the database that was last written to, before anybody reads a row of it,
 * brings it back from the second home where it is not, and hands it out with every write followed
 * there. Nothing is decided or sent meanwhile: whoever wants the database waits for it.
 *
 * @throws {StoreUnavailable} `lost` when it cannot be told or brought back now; the next call tries again
 */
export async function openMirrored(database: Database, deps: HomeDeps): Promise<Database> {
  try {
    const head = await agreed(database, deps);
    return mirroredDatabase(database, createMirror(deps.home, head));
  } catch (cause) {
    database.close();
    throw cause instanceof StoreUnavailable ? cause : new StoreUnavailable('lost', cause);
  }
}

/** Both homes say the same when this resolves. */
async function agreed(database: Database, deps: HomeDeps): Promise<HomeHead> {
  const { home, ids } = deps;
  const facts = await readDatabaseFacts(database.transaction([...FACT_STORES]));
  const head = await readHead(home, facts, ids);
  const found = compareHomes(facts, head, DATABASE_VERSION);
  switch (found.kind) {
    case 'new':
      return begin(database, deps);
    case 'mirrorMissing':
      return rebuildMirror(database, home, found);
    case 'lost':
      return bringBack(database, deps, found);
    case 'mirrorBehind':
      return (
        (await catchUp(database, home, found.head)) ??
        rebuildMirror(database, home, { ...found.head, epoch: facts.epoch })
      );
    case 'whole':
      return found.head;
  }
}

/** Rows without a head are the home of a database all the same, if there is none that fits them. */
async function readHead(
  home: SecondHome,
  { identity }: DatabaseFacts,
  ids: Ids,
): Promise<HomeHead | undefined> {
  const head = parseHead((await home.read([HEAD_KEY]))[HEAD_KEY]);
  if (head !== undefined || identity !== undefined) return head;
  const isUsed = (await home.keys()).some((key) => placeOf(key) !== undefined);
  return isUsed ? { v: DATABASE_VERSION, identity: ids.next(), epoch: 0 } : undefined;
}

/** The database first: a name that only the second home knows would look like a loss. */
async function begin(database: Database, { home, ids }: HomeDeps): Promise<HomeHead> {
  const identity = ids.next();
  const epoch = await writeAtOnce(database, FACT_STORES, async (tx) => {
    await tx.objectStore('meta').put({ key: 'identity', value: identity });
    return tx.objectStore('homeLog').add({ keys: [] });
  });
  return rebuildMirror(database, home, { identity, epoch });
}

async function bringBack(
  database: Database,
  { home, clock, restored }: HomeDeps,
  { head, cause }: { readonly head: HomeHead; readonly cause: LossCause },
): Promise<HomeHead> {
  const content = await readMirror(home);
  const { identity, epoch } = head;
  await restoreDatabase(database, content, { cause, identity, epoch, now: clock.now() });
  restored?.(cause);
  // Whatever the restoring changed itself goes to the second home as well.
  return rebuildMirror(database, home, { identity, epoch: epoch + 1 });
}
