import type { Database } from './schema';

/** More would keep the rep waiting for a list that hardly grows. */
const LOOKED_AT = 2_000;

/** Names of the properties that our latest contacts have, by name. */
export async function readPropertyNames(database: Database): Promise<readonly string[]> {
  const names = new Set<string>();
  let cursor = await database.transaction('contacts').store.openCursor(null, 'prev');
  for (let seen = 0; cursor !== null && seen < LOOKED_AT; seen += 1) {
    for (const name of Object.keys(cursor.value.properties)) names.add(name);
    cursor = await cursor.continue();
  }
  return [...names].sort();
}
