import { DATABASE_VERSION } from '@/lib/store/database-version';
import type { Database } from '@/lib/store/schema';
import type { Instant } from '@/lib/time/instant';
import { BACKUP_STORES } from './backup-rows';

/** Rows per look at the database. */
const BATCH = 1_000;

/** What a backup is known by when it is read again. */
export const BACKUP_FORMAT = 'sequence-overlay-backup';

/**
 * All that is worth keeping, as one line of JSON per row, compressed. One transaction: a backup is
 * of one moment. The last line counts, so that half a backup is not taken for a small one; gzip's
 * own checksum finds damage.
 */
export async function writeBackup(
  database: Database,
  at: Instant,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const gzip = new CompressionStream('gzip');
  const writer = gzip.writable.getWriter();
  const encoder = new TextEncoder();
  // Not awaited: a transaction that waits for anything else is over. A failure shows in the stream.
  const write = (lines: readonly unknown[]) => {
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    writer.write(encoder.encode(text)).catch(() => undefined);
  };
  const tx = database.transaction([...BACKUP_STORES]);
  let rows = 0;
  write([{ format: BACKUP_FORMAT, version: DATABASE_VERSION, at }]);
  for (const name of BACKUP_STORES) {
    const store = tx.objectStore(name);
    let range: IDBKeyRange | undefined;
    for (;;) {
      const [batch, keys] = await Promise.all([
        store.getAll(range, BATCH),
        store.getAllKeys(range, BATCH),
      ]);
      write(batch.map((row) => [name, row]));
      rows += batch.length;
      const last = keys.at(-1);
      if (last === undefined || batch.length < BATCH) break;
      range = IDBKeyRange.lowerBound(last, true);
    }
  }
  write([{ rows }]);
  writer.close().catch(() => undefined);
  return gzip.readable;
}
