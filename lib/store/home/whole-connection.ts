import { type Connection, createConnection } from '@/lib/store/connection';
import { DATABASE_VERSION } from '@/lib/store/database-version';
import type { Database } from '@/lib/store/schema';
import { StoreUnavailable } from '@/lib/store/store-unavailable';
import { compareHomes } from './compare-homes';
import { FACT_STORES, readDatabaseFacts } from './database-facts';
import { HEAD_KEY, parseHead } from './home-head';
import type { SecondHome } from './second-home';

/**
 * The connection of a surface that only reads: it shows nothing from a database that is not the one
 * that was expected, and leaves it to the worker to bring that back.
 *
 * @param options.catchUp any question to the worker, which compares both homes before it answers
 */
export function createWholeConnection(
  open: (options: { readonly onGone: () => void }) => Promise<Database>,
  options: { readonly home: Pick<SecondHome, 'read'>; readonly catchUp: () => Promise<unknown> },
): Connection {
  return createConnection(async (more) => {
    const database = await open(more);
    if (await isWhole(database, options.home)) return database;
    await options.catchUp();
    if (await isWhole(database, options.home)) return database;
    database.close();
    throw new StoreUnavailable('lost');
  });
}

async function isWhole(database: Database, home: Pick<SecondHome, 'read'>): Promise<boolean> {
  // The second home first: the database only moves forward after it was read.
  const head = parseHead((await home.read([HEAD_KEY]))[HEAD_KEY]);
  const facts = await readDatabaseFacts(database.transaction([...FACT_STORES]));
  const { kind } = compareHomes(facts, head, DATABASE_VERSION);
  return kind === 'whole' || kind === 'mirrorBehind';
}
