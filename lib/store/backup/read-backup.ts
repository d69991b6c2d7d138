import * as v from 'valibot';
import { DATABASE_VERSION } from '@/lib/store/database-version';
import { migrateRows } from '@/lib/store/migrate-rows';
import { type Instant, instantSchema } from '@/lib/time/instant';
import { BACKUP_STORES, type BackupRows, type BackupStore, backupSchemas } from './backup-rows';
import { BACKUP_FORMAT } from './write-backup';

export type ReadBackup =
  | {
      readonly kind: 'backup';
      readonly at: Instant;
      readonly rows: BackupRows;
      /** Rows that could not be read; the others are there. */
      readonly damaged: number;
    }
  /** It is no backup, was cut off, or is damaged. */
  | { readonly kind: 'unreadable' }
  /** A newer build wrote it. */
  | { readonly kind: 'newer' };

const headSchema = v.object({
  format: v.literal(BACKUP_FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  at: instantSchema,
});

const rowSchema = v.strictTuple([v.string(), v.looseObject({})]);
const endSchema = v.object({ rows: v.number() });

/** A backup in today's shape: one that an earlier build wrote goes through the migrations. */
export async function readBackup(file: Blob): Promise<ReadBackup> {
  const lines = await linesOf(file);
  const head = v.safeParse(headSchema, lines?.[0]);
  const end = v.safeParse(endSchema, lines?.at(-1));
  if (lines === undefined || !head.success || !end.success) return { kind: 'unreadable' };
  if (end.output.rows !== lines.length - 2) return { kind: 'unreadable' };
  const { version, at } = head.output;
  if (version > DATABASE_VERSION) return { kind: 'newer' };
  const raw: Record<string, object[]> = {};
  let damaged = 0;
  for (const line of lines.slice(1, -1)) {
    const row = v.safeParse(rowSchema, line);
    if (!row.success || !isBackupStore(row.output[0])) damaged += 1;
    else {
      const [store, content] = row.output;
      const all = raw[store] ?? [];
      raw[store] = all;
      all.push(content);
    }
  }
  const now = version === DATABASE_VERSION ? raw : await migrateRows(version, raw);
  const stores = BACKUP_STORES.map((store) => {
    const parsed = (now[store] ?? []).map((row) => v.safeParse(backupSchemas[store], row));
    const fit = parsed.filter(({ success }) => success).map(({ output }) => output);
    // Of calendars only the rep's own days: every options page works out the holidays by itself.
    if (store !== 'calendars') damaged += parsed.length - fit.length;
    return [store, fit];
  });
  // Every store was parsed by its own schema, which TypeScript cannot follow through the list.
  return { kind: 'backup', at, rows: Object.fromEntries(stores) as BackupRows, damaged };
}

function isBackupStore(name: string): name is BackupStore {
  return Object.hasOwn(backupSchemas, name);
}

async function linesOf(file: Blob): Promise<readonly unknown[] | undefined> {
  try {
    const stream = file.stream().pipeThrough(new DecompressionStream('gzip'));
    const text = await new Response(stream).text();
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line): unknown => JSON.parse(line));
  } catch {
    return undefined;
  }
}
