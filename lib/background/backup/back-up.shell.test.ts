import { beforeEach, expect, test } from 'vitest';
import { readBackup } from '@/lib/store/backup/read-backup';
import { DAY, HOUR } from '@/lib/time/instant';
import { createHomeWorld, type HomeWorld } from '@/test/support/home-world';
import { createMemoryShelf } from '@/test/support/memory-shelf';
import { backUp, backUpDaily } from './back-up';

let it: HomeWorld;
let shelf: ReturnType<typeof createMemoryShelf>;
beforeEach(async () => {
  it = await createHomeWorld();
  shelf = createMemoryShelf();
});

const deps = () => ({ ...it.world.life(), home: it.home, shelf });

test('the first wake of a day backs up what has changed, and no other does', async () => {
  await it.enroll(0);
  const made: number[] = [];
  for (const hours of [0, 1, 23]) {
    it.world.now += hours * HOUR;
    await backUpDaily(deps());
    made.push((await shelf.list()).length);
  }
  it.world.now += HOUR;
  await backUpDaily(deps());
  made.push((await shelf.list()).length);
  await it.enroll(1);
  it.world.now += DAY;
  await backUpDaily(deps());

  expect([...made, (await shelf.list()).length]).toEqual([1, 1, 1, 1, 2]);
});

test('only the last three are kept', async () => {
  for (const index of [0, 1, 2, 3, 4]) {
    await it.enroll(index);
    it.world.now += DAY;
    await backUpDaily(deps());
  }

  const kept = (await shelf.list()).map(({ at }) => at);

  expect(kept).toEqual([it.world.now, it.world.now - DAY, it.world.now - 2 * DAY]);
});

test('a clock that was set back a year does not put off backups for a year', async () => {
  await it.enroll(0);
  await backUpDaily(deps());
  it.world.now -= 365 * DAY;
  await it.enroll(1);

  await backUpDaily(deps());

  expect(await shelf.list()).toHaveLength(2);
});

test('what is backed up can be read again, and holds no secret', async () => {
  await it.enroll(0);

  expect(await backUp(deps())).toBe(true);
  expect(await backUp(deps())).toBe(false);

  const [file] = await shelf.list();
  const backup = await readBackup(await shelf.read(file?.name ?? ''));
  if (backup.kind !== 'backup') throw new Error(backup.kind);
  const { contacts, enrollments, journal, outbox, senders, sequenceVersions } = backup.rows;
  const counts = [contacts, enrollments, journal, outbox, senders, sequenceVersions];
  expect(counts.map(({ length }) => length)).toEqual([1, 1, 1, 1, 1, 1]);
  expect(backup.damaged).toBe(0);
  expect(Object.keys(backup.rows)).not.toContain('secrets');
});
