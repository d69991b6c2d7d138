import * as v from 'valibot';
import { contactSchema } from '@/lib/domain/contact/contact';
import { enrollmentSchema } from '@/lib/domain/enrollment/enrollment';
import { outboxRowSchema } from '@/lib/domain/enrollment/outbox-row';
import { sequenceIdSchema } from '@/lib/domain/ids';
import { senderSchema } from '@/lib/domain/sender/sender';
import { accessSchema } from '@/lib/domain/sequence/access';
import { sequenceSchema } from '@/lib/domain/sequence/sequence';
import { textCountSchema } from '@/lib/domain/sequence/text-count';
import { suppressionSchema } from '@/lib/domain/suppression/suppression';
import { taskSchema } from '@/lib/domain/task/task';
import { DATABASE_VERSION } from '@/lib/store/database-version';
import { migrateRows } from '@/lib/store/migrate-rows';
import type { SequenceHead } from '@/lib/store/schema';
import { instantSchema } from '@/lib/time/instant';
import { parseEntry, placeOf } from './home-entry';
import { MIRRORED, type Mirrored } from './mirrored-stores';
import type { SecondHome } from './second-home';

export const sequenceHeadSchema = v.object({
  id: sequenceIdSchema,
  name: v.string(),
  version: v.number(),
  state: v.picklist(['active', 'archived', 'deleted']),
  access: accessSchema,
  owner: v.string(),
  paused: v.boolean(),
  steps: v.number(),
  live: v.number(),
  lastUsedAt: v.optional(instantSchema),
  texts: v.optional(v.record(v.string(), textCountSchema)),
}) satisfies v.GenericSchema<unknown, SequenceHead>;

const schemas = {
  enrollments: enrollmentSchema,
  outbox: outboxRowSchema,
  suppression: suppressionSchema,
  senders: senderSchema,
  sequences: sequenceHeadSchema,
  sequenceVersions: sequenceSchema,
  contacts: contactSchema,
  tasks: taskSchema,
  meta: v.object({ key: v.literal('pausedAll'), value: instantSchema }),
} satisfies Record<Mirrored, v.GenericSchema>;

export type MirrorRows = {
  readonly [Store in Mirrored]: readonly v.InferOutput<(typeof schemas)[Store]>[];
};

export interface MirrorContent {
  readonly rows: MirrorRows;
  /** Keys of rows that were deleted. */
  readonly gone: Readonly<Record<Mirrored, readonly string[]>>;
  /** Entries that could not be read. */
  readonly damaged: number;
}

const BATCH = 2_000;

/** Everything that the second home holds, in today's shape. */
export async function readMirror(home: SecondHome): Promise<MirrorContent> {
  const keys = (await home.keys()).filter((key) => placeOf(key) !== undefined);
  const gone = perStore<string>();
  const raw = new Map<number, Record<Mirrored, object[]>>();
  let damaged = 0;
  for (let from = 0; from < keys.length; from += BATCH) {
    const entries = await home.read(keys.slice(from, from + BATCH));
    for (const [name, value] of Object.entries(entries)) {
      const place = placeOf(name);
      const entry = parseEntry(value);
      if (place === undefined || entry === undefined) damaged += 1;
      else if ('gone' in entry) gone[place.store].push(place.key);
      else {
        const ofVersion = raw.get(entry.v) ?? perStore<object>();
        raw.set(entry.v, ofVersion);
        ofVersion[place.store].push(entry.row);
      }
    }
  }
  const stores = perStore<object>();
  for (const [version, older] of raw) {
    const now = version === DATABASE_VERSION ? older : await migrateRows(version, older);
    for (const store of MIRRORED) stores[store].push(...(now[store] ?? []));
  }
  const unread = { count: damaged };
  const rows: MirrorRows = {
    enrollments: parsed('enrollments', stores, unread),
    outbox: parsed('outbox', stores, unread),
    suppression: parsed('suppression', stores, unread),
    senders: parsed('senders', stores, unread),
    sequences: parsed('sequences', stores, unread),
    sequenceVersions: parsed('sequenceVersions', stores, unread),
    contacts: parsed('contacts', stores, unread),
    tasks: parsed('tasks', stores, unread),
    meta: parsed('meta', stores, unread),
  };
  return { rows, gone, damaged: unread.count };
}

/** Those that fit; the others are counted, because one damaged row must not cost the rest. */
function parsed<Store extends Mirrored>(
  store: Store,
  stores: Record<Mirrored, object[]>,
  unread: { count: number },
): v.InferOutput<(typeof schemas)[Store]>[] {
  const schema: (typeof schemas)[Store] = schemas[store];
  return stores[store].flatMap((row) => {
    const result = v.safeParse(schema, row);
    if (result.success) return [result.output];
    unread.count += 1;
    return [];
  });
}

function perStore<Item>(): Record<Mirrored, Item[]> {
  return {
    enrollments: [],
    outbox: [],
    suppression: [],
    senders: [],
    sequences: [],
    sequenceVersions: [],
    contacts: [],
    tasks: [],
    meta: [],
  };
}
