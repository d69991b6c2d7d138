import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { contactSchema } from '@/lib/domain/contact/contact';
import { addressKey } from '@/lib/domain/contact/email-address';
import { siteRefKey } from '@/lib/domain/contact/site-ref-key';
import { enrollmentSchema, isLive } from '@/lib/domain/enrollment/enrollment';
import { outboxRowSchema } from '@/lib/domain/enrollment/outbox-row';
import { journalEntrySchema } from '@/lib/domain/journal-entry';
import { limitBucketSchema } from '@/lib/domain/limits/bucket';
import { senderSchema } from '@/lib/domain/sender/sender';
import { sequenceSchema } from '@/lib/domain/sequence/sequence';
import { suppressionSchema } from '@/lib/domain/suppression/suppression';
import { taskSchema } from '@/lib/domain/task/task';
import { isInWorkflow, workflowRunSchema } from '@/lib/domain/workflow/run';
import { workflowSchema } from '@/lib/domain/workflow/workflow';
import { openDatabase } from '@/lib/store/database';
import { decryptSecret } from '@/lib/store/encrypt-secret';
import { examples } from '@/lib/store/examples/examples';
import type { StoreName } from '@/lib/store/schema';
import { eventRowSchema } from '@/lib/store/workflow-events';
import { memberSchema } from '@/lib/store/workflow-members';
import { dumpDatabase, loadExample } from '@/test/support/load-example';
import { migrations } from './migrations';

const NAME = 'migrations';

/** Stores whose rows are read through a schema; the others hold what only we write and index. */
const schemas: Partial<Record<StoreName, v.GenericSchema>> = {
  contacts: contactSchema,
  sequenceVersions: sequenceSchema,
  enrollments: enrollmentSchema,
  outbox: outboxRowSchema,
  limits: limitBucketSchema,
  senders: senderSchema,
  suppression: suppressionSchema,
  journal: journalEntrySchema,
  workflowRevisions: workflowSchema,
  workflowRuns: workflowRunSchema,
  workflowEvents: eventRowSchema,
  workflowMembers: memberSchema,
  tasks: taskSchema,
};

test('steps are numbered from 1 without a gap, and every version has its frozen example', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
  expect(new Set(migrations.map(({ name }) => name)).size).toBe(migrations.length);
  expect(examples).toHaveLength(migrations.length);
});

const versions = examples.map((example, index) => ({ version: index + 1, example }));

describe.each(versions)('a database of version $version', ({ version, example }) => {
  const past = migrations.slice(0, version);
  const latest = examples.at(-1) ?? {};

  test('has an example row in every store', async () => {
    (await openDatabase({ name: NAME, steps: past })).close();

    const { stores } = await dumpDatabase(NAME);

    expect(Object.keys(example).sort()).toEqual(Object.keys(stores).sort());
    expect(Object.entries(example).filter(([, rows]) => rows.length === 0)).toEqual([]);
  });

  test('becomes one of the latest version and loses nothing', async () => {
    await loadExample(NAME, past, example);

    (await openDatabase({ name: NAME })).close();

    const after = await dumpDatabase(NAME);
    const rows = byContent(after.stores);
    const expected = byContent(latest);
    expect(after.version).toBe(migrations.length);
    expect(Object.keys(rows).sort()).toEqual(Object.keys(expected).sort());
    for (const [store, stored] of Object.entries(rows)) {
      // Later versions hold more; what this one held is there, row by row, as it has to be now.
      expect({ store, count: stored.length }).toEqual({
        store,
        count: example[store]?.length ?? 0,
      });
      expect(expected[store]).toEqual(expect.arrayContaining(stored));
    }
  });

  test('keeps its secrets readable', async () => {
    await loadExample(NAME, past, example);
    const database = await openDatabase({ name: NAME });

    const secrets = await database.getAll('secrets');

    const texts = await Promise.all(secrets.map(decryptSecret));
    expect(texts).toEqual(['refresh-token-of-robin']);
    expect(secrets.map(({ key }) => key.extractable)).toEqual([false]);
  });
});

describe('every row of the latest example', () => {
  const latest = examples.at(-1) ?? {};

  test.each(Object.entries(schemas))('fits the schema: %s', (store, schema) => {
    for (const row of latest[store] ?? []) {
      expect(v.safeParse(schema, row).issues ?? []).toEqual([]);
    }
  });

  test('is found by the keys that its content has', () => {
    for (const raw of latest['contacts'] ?? []) {
      const { emails, refs } = v.parse(contactSchema, raw);

      expect(raw).toMatchObject({
        addressKeys: emails.map(addressKey),
        refKeys: refs.map(siteRefKey),
      });
    }
  });

  test('agrees with the others: live enrollments hold a claim and are counted', () => {
    const live = (latest['enrollments'] ?? [])
      .map((row) => v.parse(enrollmentSchema, row))
      .filter(isLive);
    const counts = Map.groupBy(live, ({ sequenceId }) => sequenceId as string);

    expect(latest['claims']).toMatchObject(
      live.map(({ id, contactId, to }) => ({
        contactId,
        address: addressKey(to),
        enrollmentId: id,
      })),
    );
    const heads = v.parse(
      v.array(v.object({ id: v.string(), live: v.number() })),
      latest['sequences'],
    );
    expect(heads.map(({ live }) => live)).toEqual(
      heads.map(({ id }) => counts.get(id)?.length ?? 0),
    );
  });

  test('agrees with the others: whoever is in a workflow holds a place and is counted', () => {
    const runs = (latest['workflowRuns'] ?? []).map((row) => v.parse(workflowRunSchema, row));
    const inside = runs.filter(isInWorkflow);

    const places = v.parse(
      v.array(v.object({ inside: v.optional(v.string()) })),
      latest['workflowRuns'],
    );
    expect(places.flatMap((row) => row.inside ?? [])).toEqual(
      inside.map(({ workflowId, contactId }) => `${workflowId}/${contactId}`),
    );
    const heads = v.parse(
      v.array(v.object({ id: v.string(), inside: v.number() })),
      latest['workflows'],
    );
    expect(heads.map((head) => head.inside)).toEqual(
      heads.map(({ id }) => inside.filter(({ workflowId }) => workflowId === id).length),
    );
  });
});

/** Rows in an order that does not depend on keys; keys of secrets are compared by reading them. */
function byContent(stores: Readonly<Record<string, readonly unknown[]>>) {
  return Object.fromEntries(
    Object.entries(stores).map(([store, rows]) => [
      store,
      store === 'secrets'
        ? rows.map(() => 'a secret')
        : rows.map((row) => JSON.stringify(sortKeys(row))).sort(),
    ]),
  );
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortKeys(inner)]));
}
