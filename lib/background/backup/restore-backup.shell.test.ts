import { beforeEach, describe, expect, test } from 'vitest';
import { backupName } from '@/lib/store/backup/backup-shelf';
import { DATABASE_VERSION } from '@/lib/store/database-version';
import { examples } from '@/lib/store/examples/examples';
import { DAY, MINUTE } from '@/lib/time/instant';
import { expectConsistent } from '@/test/support/expect-consistent';
import { createHomeWorld, type HomeWorld } from '@/test/support/home-world';
import { createMemoryShelf } from '@/test/support/memory-shelf';
import { backUp } from './back-up';
import { restoreBackup } from './restore-backup';

let it: HomeWorld;
let shelf: ReturnType<typeof createMemoryShelf>;
let told: (readonly [number, number])[];
beforeEach(async () => {
  it = await createHomeWorld();
  shelf = createMemoryShelf();
  told = [];
});

const deps = () => ({
  ...it.world.life(),
  home: it.home,
  shelf,
  progress: { tell: (done: number, total: number) => void told.push([done, total]) },
});
const newest = async () => (await shelf.list())[0]?.name ?? '';
const database = () => it.world.life().connection.get();
const keysSent = () => it.world.provider.sent.map(({ key }) => key);

/** A file as a build of that version wrote it, of its frozen example. */
async function fileOf(lines: readonly unknown[], version = DATABASE_VERSION): Promise<string> {
  const text = lines.map((line) => JSON.stringify(line)).join('\n');
  const name = backupName({ at: it.world.now, version, mark: '1.1' });
  const gzip = new Blob([`${text}\n`]).stream().pipeThrough(new CompressionStream('gzip'));
  await shelf.write(name, gzip);
  return name;
}

const head = (version: number) => ({ format: 'sequence-overlay-backup', version, at: 5 });

describe('when the database and the second home are both lost', () => {
  test('a backup brings back who was enrolled, and nothing that left since is sent again', async () => {
    for (const index of [0, 1]) await it.enroll(index);
    await backUp(deps());
    it.world.now += MINUTE;
    await it.send();
    expect(keysSent()).toHaveLength(2);
    await it.wipe();
    it.home.stored.clear();

    const outcome = await restoreBackup(deps(), { name: await newest() });
    await it.reconnect();
    for (let day = 0; day < 12; day += 1) {
      it.world.now += DAY;
      await it.send();
    }

    expect(outcome).toMatchObject({ kind: 'restored', contacts: 2, enrollments: 2, sequences: 1 });
    expect(new Set(keysSent()).size).toBe(keysSent().length);
    expect(keysSent()).toHaveLength(6);
    await expectConsistent(it.world);
  });

  test('how far it has come is told up to the end', async () => {
    await it.enroll(0);
    await backUp(deps());
    await it.wipe();
    it.home.stored.clear();

    await restoreBackup(deps(), { name: await newest() });

    const [done, total] = told.at(-1) ?? [];
    expect(done).toBe(total);
    expect(done).toBeGreaterThan(5);
  });
});

test('nothing that is newer is overwritten', async () => {
  await it.enroll(0);
  await backUp(deps());
  it.world.now += MINUTE;
  await it.send();
  const before = await (await database()).getAll('enrollments');
  const rows = await (await database()).getAll('outbox');

  const outcome = await restoreBackup(deps(), { name: await newest() });

  expect(outcome).toMatchObject({ kind: 'restored', contacts: 0, enrollments: 0, history: 0 });
  expect(await (await database()).getAll('enrollments')).toEqual(before);
  expect(await (await database()).getAll('outbox')).toEqual(rows);
});

test('an email whose text was lost waits under its name, and leaves once the text is back', async () => {
  await it.enroll(0);
  await backUp(deps());
  for (const key of it.home.stored.keys()) {
    if (key.startsWith('home/sequenceVersions/')) it.home.stored.delete(key);
  }
  await it.wipe();
  await it.reconnect();
  it.world.now += MINUTE;
  await it.send();
  const waiting = (await (await database()).getAll('outbox')).map((row) => row.waiting);

  await restoreBackup(deps(), { name: await newest() });
  await it.send();

  expect(waiting).toEqual(['stopped']);
  expect(keysSent()).toHaveLength(1);
});

test('a person who was enrolled anew since is not taken over by the backup', async () => {
  await it.enroll(0);
  await backUp(deps());
  await it.wipe();
  it.home.stored.clear();
  await seedAgain();
  const again = await it.enroll(0);

  const outcome = await restoreBackup(deps(), { name: await newest() });

  expect(again.kind).toBe('enrolled');
  expect(outcome).toMatchObject({ kind: 'restored', enrollments: 0 });
  expect(await (await database()).getAll('claims')).toHaveLength(1);
});

describe('a file', () => {
  const versions = examples.map((example, index) => ({ version: index + 1, example }));

  test.each(versions)('of version $version goes through the migrations', async ({
    version,
    example,
  }) => {
    const rows = Object.entries(example)
      .filter(([store]) => !['secrets', 'homeLog', 'meta', 'claims', 'limits'].includes(store))
      .flatMap(([store, all]) => all.map((row) => [store, row]));
    const name = await fileOf([head(version), ...rows, { rows: rows.length }], version);

    const outcome = await restoreBackup(deps(), { name });

    expect(outcome).toMatchObject({ kind: 'restored', contacts: example['contacts']?.length });
    const stored = await (await database()).getAll('enrollments');
    expect(stored).toHaveLength(example['enrollments']?.length ?? 0);
  });

  test.each([
    ['of a newer build', [head(DATABASE_VERSION + 1), { rows: 0 }], 'newer'],
    ['that was cut off', [head(4), ['contacts', { id: 'c' }]], 'unreadable'],
    ['that misses rows', [head(4), ['contacts', { id: 'c' }], { rows: 2 }], 'unreadable'],
    ['of something else', [{ format: 'photos' }, { rows: 0 }], 'unreadable'],
  ])('%s changes nothing', async (_what, lines, kind) => {
    const name = await fileOf(lines);

    expect(await restoreBackup(deps(), { name })).toEqual({ kind });
    expect(await (await database()).getAll('contacts')).toEqual([]);
  });

  test('that is not compressed, or is not there, changes nothing', async () => {
    const name = backupName({ at: 1, version: 4, mark: '1.1' });
    shelf.files.set(name, new Blob(['{}']));

    expect(await restoreBackup(deps(), { name })).toEqual({ kind: 'unreadable' });
    expect(await restoreBackup(deps(), { name: 'backup-2-v4-1.1.gz' })).toEqual({
      kind: 'unreadable',
    });
  });

  test('with rows that nobody can read, or that mean harm, brings the others', async () => {
    await it.enroll(0);
    const [contact] = await (await database()).getAll('contacts');
    const good = { ...contact, id: 'c-good', emails: [], addressKeys: [], refKeys: [] };
    const bad = JSON.parse('{"__proto__":{"polluted":true},"id":"c-bad"}');
    const name = await fileOf([
      head(4),
      ['contacts', good],
      ['contacts', bad],
      ['__proto__', {}],
      { rows: 3 },
    ]);

    const outcome = await restoreBackup(deps(), { name });

    expect(outcome).toMatchObject({ kind: 'restored', contacts: 1, damaged: 2 });
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

/** What the world began with, which the second home no longer knows. */
async function seedAgain(): Promise<void> {
  const fresh = await createHomeWorld();
  const from = await fresh.world.database();
  const [senders, sequences, versions] = await Promise.all([
    from.getAll('senders'),
    from.getAll('sequences'),
    from.getAll('sequenceVersions'),
  ]);
  const tx = (await database()).transaction(
    ['senders', 'sequences', 'sequenceVersions'],
    'readwrite',
  );
  for (const row of senders) await tx.objectStore('senders').put(row);
  for (const row of sequences) await tx.objectStore('sequences').put(row);
  for (const row of versions) await tx.objectStore('sequenceVersions').put(row);
  await tx.done;
}
