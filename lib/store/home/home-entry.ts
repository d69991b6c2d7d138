import * as v from 'valibot';
import { DATABASE_VERSION } from '@/lib/store/database-version';
import { MIRRORED, type Mirrored } from './mirrored-stores';

const PREFIX = 'home/';

/**
 * One row of the database in the second home, or that it was deleted. The number is that of the
 * database whose shape the row has: an older one goes through the migrations before it comes back.
 */
const entrySchema = v.union([
  v.object({ v: v.pipe(v.number(), v.integer(), v.minValue(1)), row: v.looseObject({}) }),
  v.object({ v: v.pipe(v.number(), v.integer(), v.minValue(1)), gone: v.literal(true) }),
]);

export type HomeEntry = v.InferOutput<typeof entrySchema>;

/** A shard per row: a change writes what has changed and nothing else. */
export function entryKey(store: Mirrored, key: string): string {
  return `${PREFIX}${store}/${key}`;
}

export function entryOf(row: object | undefined): HomeEntry {
  return row === undefined
    ? { v: DATABASE_VERSION, gone: true }
    : { v: DATABASE_VERSION, row: { ...row } };
}

/** Which row of which store a key of the second home belongs to, if any. */
export function placeOf(
  key: string,
): { readonly store: Mirrored; readonly key: string } | undefined {
  if (!key.startsWith(PREFIX)) return undefined;
  const slash = key.indexOf('/', PREFIX.length);
  const store = MIRRORED.find((name) => name === key.slice(PREFIX.length, slash));
  return store === undefined || slash < 0 ? undefined : { store, key: key.slice(slash + 1) };
}

/** @returns `undefined` for what cannot be read: one damaged row must not cost the others */
export function parseEntry(raw: unknown): HomeEntry | undefined {
  const parsed = v.safeParse(entrySchema, raw);
  return parsed.success ? parsed.output : undefined;
}
