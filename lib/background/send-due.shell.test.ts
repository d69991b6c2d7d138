import { beforeEach, expect, test } from 'vitest';
import { DAY, MINUTE, SECOND } from '@/lib/time/instant';
import { showNext } from '@/test/support/arrivals';
import { address, aSender, aSequence, NOW, senderId } from '@/test/support/builders';
import { aPerson, enrolled } from '@/test/support/people';
import { createUseCaseWorld, type UseCaseWorld } from '@/test/support/use-case-world';
import { sendDue } from './send-due';

let world: UseCaseWorld;
beforeEach(async () => {
  world = await createUseCaseWorld();
});

const wake = (options?: { readonly readAll: boolean }) =>
  sendDue({ ...world.deps, readMail: world.readMail }, new AbortController().signal, options);
const put = async (...senders: Parameters<typeof aSender>[0][]) => {
  const database = await world.database();
  for (const overrides of senders) await database.put('senders', aSender(overrides));
};

test('while nothing runs no mail is read and no wake is asked for', async () => {
  await wake();

  expect(world.provider.calls).toEqual([]);
  expect(world.wakes).toEqual([]);
});

test('while something runs mail is read at most once a minute', async () => {
  await enrolled(world);
  const asked = showNext(world);
  const looks: number[] = [];
  for (const seconds of [0, 5, 59, 60, 61, 119, 120]) {
    world.now = NOW + seconds * SECOND - 5 * MINUTE;
    await wake();
    looks.push(asked.length);
  }

  expect(looks).toEqual([1, 1, 1, 2, 2, 2, 3]);
});

test('a person who asks gets all mail read at once, whatever runs', async () => {
  await put({ polledAt: NOW - SECOND });
  const asked = showNext(world);

  await wake({ readAll: true });

  expect(asked).toHaveLength(1);
});

test('enrollments of an archived sequence are still looked after', async () => {
  await enrolled(world);
  const database = await world.database();
  const [head] = await database.getAll('sequences');
  if (head) await database.put('sequences', { ...head, state: 'archived' });
  const asked = showNext(world);

  await wake();

  expect(asked).toHaveLength(1);
});

test('a lost mailbox is left alone, one that was offline is tried again', async () => {
  await enrolled(world);
  const others = ['offline', 'expired', 'revoked'] as const;
  await put(
    ...others.map((connection) => ({
      id: senderId(connection),
      address: address(`${connection}@example.com`),
      connection,
      cursor: connection,
    })),
  );
  const asked = showNext(world);

  await wake();

  expect(asked.map(({ cursor }) => cursor).sort()).toEqual(['1', 'offline']);
  const offline = await (await world.database()).get('senders', senderId('offline'));
  expect(offline?.connection).toBe('connected');
});

test('what is due leaves, and the next wake is when the next email is due', async () => {
  await enrolled(world);
  world.wakes.length = 0;
  world.now = NOW + 10 * SECOND;

  await wake();

  expect(world.provider.sent).toHaveLength(1);
  // By the clock of the enrollment: the ten seconds it was held do not add up.
  expect(world.wakes).toEqual([NOW + 3 * DAY]);
});

test('the next wake is the soonest of all', async () => {
  await enrolled(world);
  world.now = NOW + 5 * SECOND;
  await enrolled(world, aPerson({ name: 'Grace', emails: ['grace@example.com'] }));
  world.wakes.length = 0;

  await wake();

  expect(world.wakes).toEqual([NOW + 10 * SECOND]);
});

test('after the last email nothing is left to wake for', async () => {
  world = await createUseCaseWorld({
    sequences: [aSequence({ steps: aSequence().steps.slice(0, 1) })],
  });
  await enrolled(world);
  world.wakes.length = 0;
  world.now = NOW + 10 * SECOND;

  await wake();

  expect(world.provider.sent).toHaveLength(1);
  expect(world.wakes).toEqual([]);
});

test('a worker that slept for days catches up once and goes on from now', async () => {
  await enrolled(world);
  world.wakes.length = 0;
  world.now = NOW + 2 * DAY;

  await wake();
  await wake();

  expect(world.provider.sent).toHaveLength(1);
  expect(world.wakes.at(-1)).toBe(NOW + 5 * DAY);
});

test('two wakes at once send once', async () => {
  await enrolled(world);
  world.now = NOW + 10 * SECOND;

  await Promise.all([wake(), wake(), wake()]);

  expect(world.provider.sent).toHaveLength(1);
  expect(world.unexpected).toEqual([]);
});
