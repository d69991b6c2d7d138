import * as v from 'valibot';
import type { WorkerDeps } from '@/lib/background/deps';
import type { BackupShelf } from '@/lib/store/backup/backup-shelf';
import { backupName } from '@/lib/store/backup/backup-shelf';
import { writeBackup } from '@/lib/store/backup/write-backup';
import { DATABASE_VERSION } from '@/lib/store/database-version';
import { readDatabaseFacts } from '@/lib/store/home/database-facts';
import type { SecondHome } from '@/lib/store/home/second-home';
import type { Database } from '@/lib/store/schema';
import { DAY, instantSchema } from '@/lib/time/instant';

/** Generations that are kept. */
const KEEP = 3;
/** When it was last looked whether there is something to back up. */
const LOOKED_KEY = 'backupLookedAt';

export type BackupDeps = Pick<WorkerDeps, 'connection' | 'clock'> & {
  readonly shelf: BackupShelf;
  readonly home: Pick<SecondHome, 'read' | 'write'>;
};

/** Backs up once a day, if anything has changed. Safe to call at every wake. */
export async function backUpDaily(deps: BackupDeps): Promise<void> {
  const now = deps.clock.now();
  const stored = (await deps.home.read([LOOKED_KEY]))[LOOKED_KEY];
  const lookedAt = v.safeParse(instantSchema, stored);
  // A clock that was moved back must not stop backups for years.
  const wait = lookedAt.success ? now - lookedAt.output : DAY;
  if (wait >= 0 && wait < DAY) return;
  await backUp(deps);
  await deps.home.write({ [LOOKED_KEY]: now });
}

/**
 * Backs up now, and lets go of the oldest.
 *
 * @returns whether there was anything new
 */
export async function backUp({ connection, clock, shelf }: BackupDeps): Promise<boolean> {
  const database = await connection.get();
  const [mark, files] = await Promise.all([markOf(database), shelf.list()]);
  if (mark === files[0]?.mark) return false;
  const at = clock.now();
  await shelf.write(
    backupName({ at, version: DATABASE_VERSION, mark }),
    await writeBackup(database, at),
  );
  for (const { name } of (await shelf.list()).slice(KEEP)) await shelf.remove(name);
  return true;
}

/** Grows with every change of what runs, and with every line of the history. */
async function markOf(database: Database): Promise<string> {
  const tx = database.transaction(['meta', 'homeLog', 'journal']);
  const [{ epoch }, last] = await Promise.all([
    readDatabaseFacts(tx),
    tx.objectStore('journal').openKeyCursor(null, 'prev'),
  ]);
  return `${epoch}.${last?.key ?? 0}`;
}
