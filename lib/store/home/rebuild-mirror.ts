import { isLive } from '@/lib/domain/enrollment/enrollment';
import { DATABASE_VERSION } from '@/lib/store/database-version';
import type { Database } from '@/lib/store/schema';
import { entryKey, entryOf } from './home-entry';
import { HEAD_KEY, type HomeHead } from './home-head';
import {
  compacted,
  databaseKey,
  isMirrored,
  MIRRORED,
  type Mirrored,
  matters,
  rowKey,
} from './mirrored-stores';
import type { SecondHome } from './second-home';

/** Rows per look at the database and per write to the second home. */
const BATCH = 500;

/**
 * Writes everything into the second home, the head last: interrupted, it begins again.
 *
 * @returns the head
 */
export async function rebuildMirror(
  database: Database,
  home: SecondHome,
  { identity, epoch }: Pick<HomeHead, 'identity' | 'epoch'>,
): Promise<HomeHead> {
  for (const store of MIRRORED) {
    if (store !== 'contacts') await copyStore(database, home, store);
  }
  await copyEnrolledContacts(database, home);
  const head = { v: DATABASE_VERSION, identity, epoch };
  await home.write({ [HEAD_KEY]: head });
  return head;
}

async function copyStore(
  database: Database,
  home: SecondHome,
  store: Exclude<Mirrored, 'contacts'>,
): Promise<void> {
  let range: IDBKeyRange | undefined;
  for (;;) {
    const rows: readonly object[] = await database.getAll(store, range, BATCH);
    const last = rows.at(-1);
    if (last === undefined) return;
    await home.write(entriesOf(store, rows));
    range = IDBKeyRange.lowerBound(databaseKey(store, rowKey(store, last)), true);
  }
}

async function copyEnrolledContacts(database: Database, home: SecondHome): Promise<void> {
  const tx = database.transaction(['enrollments', 'contacts']);
  const live = await tx.objectStore('enrollments').index('liveNext').getAll();
  const contacts = await Promise.all(
    live.filter(isLive).map(({ contactId }) => tx.objectStore('contacts').get(contactId)),
  );
  const rows = contacts.filter((contact) => contact !== undefined);
  for (let from = 0; from < rows.length; from += BATCH) {
    await home.write(entriesOf('contacts', rows.slice(from, from + BATCH)));
  }
}

function entriesOf(store: Mirrored, rows: readonly object[]): Record<string, unknown> {
  return Object.fromEntries(
    rows
      .filter((row) => matters(store, row))
      .map((row) => [entryKey(store, rowKey(store, row)), entryOf(compacted(store, row))]),
  );
}

/**
 * Lets the mirror follow what the database wrote before the last worker died.
 *
 * @returns the head, or `undefined` when the log does not reach back that far
 */
export async function catchUp(
  database: Database,
  home: SecondHome,
  { identity, epoch }: HomeHead,
): Promise<HomeHead | undefined> {
  const tx = database.transaction([...MIRRORED, 'homeLog'] as const);
  const log = await tx.objectStore('homeLog').getAll(IDBKeyRange.lowerBound(epoch, true));
  if (log[0]?.seq !== epoch + 1) return undefined;
  const entries: Record<string, unknown> = {};
  for (const [store, key] of log.flatMap(({ keys }) => keys)) {
    if (!isMirrored(store)) continue;
    const row = await tx.objectStore(store).get(databaseKey(store, key) as never);
    entries[entryKey(store, key)] = entryOf(
      row && matters(store, row) ? compacted(store, row) : undefined,
    );
  }
  const head = { v: DATABASE_VERSION, identity, epoch: log.at(-1)?.seq ?? epoch };
  await home.write({ ...entries, [HEAD_KEY]: head });
  return head;
}
