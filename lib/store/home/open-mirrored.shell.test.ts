import { beforeEach, describe, expect, test } from 'vitest';
import { DAY, MINUTE } from '@/lib/time/instant';
import { createHomeWorld, type HomeWorld } from '@/test/support/home-world';

let it: HomeWorld;
beforeEach(async () => {
  it = await createHomeWorld();
});

/** What the promise to a rep is about, without what may differ after a loss. */
async function essence({ world }: HomeWorld) {
  const database = await world.life().connection.get();
  const [enrollments, claims, outbox, limits, heads, suppression] = await Promise.all([
    database.getAll('enrollments'),
    database.getAll('claims'),
    database.getAll('outbox'),
    database.getAll('limits'),
    database.getAll('sequences'),
    database.getAll('suppression'),
  ]);
  return {
    enrollments,
    claims,
    limits: limits.filter(({ sent, scheduled }) => sent + scheduled > 0),
    outbox: outbox.map(
      ({ attempts: _a, draftId: _d, handedOverAt: _h, subject: _s, ...row }) => row,
    ),
    live: heads.map(({ live }) => live),
    suppression,
  };
}

async function lossOf({ world }: HomeWorld) {
  const database = await world.life().connection.get();
  const row = await database.get('meta', 'loss');
  return row?.key === 'loss' ? row.value : undefined;
}

/** The first emails of three people have left, the second of them is due in three days. */
async function threeSent(): Promise<void> {
  for (const index of [0, 1, 2]) await it.enroll(index);
  it.world.now += MINUTE;
  await it.send();
  expect(it.world.provider.sent).toHaveLength(3);
}

const keysSent = () => it.world.provider.sent.map(({ key }) => key);

describe('a wiped database', () => {
  test('comes back with who is enrolled, what was sent, whose address is taken and what is left of limits', async () => {
    await threeSent();
    const before = await essence(it);

    await it.wipe();

    expect(await essence(it)).toEqual(before);
    expect(await lossOf(it)).toEqual({
      cause: 'wiped',
      at: it.world.now,
      live: 3,
      sent: 3,
      damaged: 0,
    });
  });

  test('sends nothing twice and goes on with the next step', async () => {
    await threeSent();
    await it.wipe();
    await it.reconnect();
    await it.send();
    expect(keysSent()).toHaveLength(3);

    it.world.now += 4 * DAY;
    await it.send();

    expect(new Set(keysSent()).size).toBe(6);
    expect(keysSent()).toHaveLength(6);
  });

  test('refuses whoever is enrolled already', async () => {
    await threeSent();
    await it.wipe();

    const again = await it.enroll(1);

    expect(again).toMatchObject({ kind: 'refused', status: { kind: 'enrolled' } });
  });

  test('has its mailboxes connected again, because the keys of their tokens are gone', async () => {
    await threeSent();
    await it.wipe();

    const senders = await (await it.world.life().connection.get()).getAll('senders');

    expect(senders.map(({ connection }) => connection)).toEqual(['expired']);
  });

  test('is said once and stays known until the rep has seen it', async () => {
    await threeSent();
    await it.wipe();
    await essence(it);
    const first = await lossOf(it);
    it.world.now += DAY;

    await essence(it);

    expect(await lossOf(it)).toEqual(first);
  });
});

describe('an older database', () => {
  test('is brought forward: what has been sent since is not sent again', async () => {
    for (const index of [0, 1, 2]) await it.enroll(index);
    const old = await it.dump();
    it.world.now += MINUTE;
    await it.send();
    await it.enroll(3);
    const before = await essence(it);

    await it.rollBack(old);

    expect(await essence(it)).toEqual(before);
    expect((await lossOf(it))?.cause).toBe('rolledBack');
    await it.reconnect();
    it.world.now += MINUTE;
    await it.send();
    expect(keysSent()).toHaveLength(4);
    expect(new Set(keysSent()).size).toBe(4);
  });

  test('does not bring back who has left since', async () => {
    const enrolled = await it.enroll(0);
    const old = await it.dump();
    if (enrolled.kind !== 'enrolled') throw new Error('expected to be enrolled');
    await it.world.life().engine.exit(enrolled.status.enrollmentId, 'optedOut');

    await it.rollBack(old);
    it.world.now += DAY;
    await it.send();

    expect(keysSent()).toEqual([]);
    const { enrollments, claims, outbox } = await essence(it);
    expect(enrollments.map(({ state }) => state.kind)).toEqual(['unenrolled']);
    expect([claims, outbox]).toEqual([[], []]);
  });
});

test('a database that somebody made anew is not taken for ours', async () => {
  await threeSent();
  const before = await essence(it);
  const other = await createHomeWorld();
  await other.enroll(5);

  await it.rollBack({ ...(await other.dump()), meta: [{ key: 'identity', value: 'another' }] });

  const after = await essence(it);
  expect(after.enrollments).toEqual(expect.arrayContaining([...before.enrollments]));
  expect((await lossOf(it))?.cause).toBe('recreated');
});

test('a second home that is gone is written anew, and then saves the database as before', async () => {
  await threeSent();
  const before = await essence(it);
  it.home.stored.clear();

  await essence(it);
  await it.wipe();

  expect(await essence(it)).toEqual(before);
});

test('one damaged row costs that row, and is counted', async () => {
  await threeSent();
  const [key = ''] = [...it.home.stored.keys()].filter((name) =>
    name.startsWith('home/enrollments/'),
  );
  it.home.stored.set(key, '{"v":4,"row":{"id":7}}');
  await it.wipe();

  const { enrollments } = await essence(it);

  expect(enrollments).toHaveLength(2);
  expect((await lossOf(it))?.damaged).toBe(1);
});

test('a contact is only kept while enrolling writes it; a list of contacts is not', async () => {
  await threeSent();
  const { connection } = it.world.life();
  const tx = (await connection.get()).transaction(['contacts'], 'readwrite');
  const [contact] = await tx.objectStore('contacts').getAll();
  if (contact) await tx.objectStore('contacts').put({ ...contact, id: `${contact.id}-2` as never });
  await tx.done;

  const kept = [...it.home.stored.keys()].filter((name) => name.startsWith('home/contacts/'));

  expect(kept).toHaveLength(3);
});

test('nothing that the mirror follows can be written past it', async () => {
  const database = await it.world.life().connection.get();

  expect(() => database.delete('suppression', 'ada@example.com')).toThrow('suppression');
});
