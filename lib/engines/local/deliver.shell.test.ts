import { describe, expect, test } from 'vitest';
import { outboxKey } from '@/lib/domain/enrollment/outbox-row';
import { limitBuckets } from '@/lib/store/limits';
import { DAY, MINUTE, SECOND } from '@/lib/time/instant';
import { createWorld, type World } from '@/test/support/engine-world';
import { createProviderModel, type Fault, type ProviderModel } from '@/test/support/provider-model';

const FAULTS: readonly Fault[] = ['diesBefore', 'diesAfter', 'answerLost', 'fails', 'throttles'];
/** Longer than any wait of the engine between two attempts in these tests. */
const LATER = 5 * MINUTE;

/** Lets a worker live until it has nothing to do, or hangs in a request that it will die in. */
async function live(world: World, provider: ProviderModel): Promise<void> {
  const end = new AbortController();
  const life = world.life(provider).runDue(end.signal);
  const before = () => provider.calls.length;
  let seen = -1;
  // Dead means: no request for a while, and not done. Turns, not time: nothing here waits for a clock.
  const dead = (async () => {
    for (let quiet = 0; quiet < 60; quiet += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      if (before() !== seen) quiet = 0;
      seen = before();
    }
  })();
  await Promise.race([life, dead]);
}

async function stored(world: World) {
  const database = await world.connection.get();
  const rows = await database.getAll('outbox');
  const enrollment = await database.get('enrollments', world.enrollment.id);
  const first = rows.find(({ key }) => key === outboxKey(world.enrollment.id, 'step-1', 0));
  const buckets = await limitBuckets(
    database.transaction('limits'),
    world.enrollment.senderId,
    world.now,
  );
  return { rows, enrollment, first, sent: buckets.reduce((sum, bucket) => sum + bucket.sent, 0) };
}

test('the first email leaves at once, and the next one is planned three days later', async () => {
  const world = await createWorld();
  const provider = createProviderModel(() => undefined);

  await live(world, provider);

  const { enrollment, rows, sent } = await stored(world);
  expect(provider.sent.map(({ key }) => key)).toEqual([
    outboxKey(world.enrollment.id, 'step-1', 0),
  ]);
  expect(enrollment).toMatchObject({
    state: { kind: 'active' },
    nextStep: 1,
    nextAt: world.now + 3 * DAY,
    thread: { threadId: 'thread-1', references: ['<message-1@mail.example.com>'] },
  });
  expect(rows.map(({ state }) => state).sort()).toEqual(['due', 'sent']);
  expect(sent).toBe(1);
});

test('new mail is read first of all, and once more right before the email is handed over', async () => {
  const world = await createWorld();
  const provider = createProviderModel(() => undefined);

  await live(world, provider);

  expect(provider.calls).toEqual(['changesSince', 'createDraft', 'changesSince', 'sendDraft']);
});

describe('whatever happens to whichever request, exactly one email leaves', () => {
  const cases = [1, 2, 3, 4].flatMap((call) => FAULTS.map((fault) => ({ call, fault })));

  test.each(cases)('request $call $fault', async ({ call, fault }) => {
    const world = await createWorld();
    const provider = createProviderModel((n) => (n === call ? fault : undefined));

    for (let life = 0; life < 4; life += 1) {
      await live(world, provider);
      world.now += LATER;
    }

    const { first, sent } = await stored(world);
    expect(provider.sent).toHaveLength(1);
    expect(provider.drafts.size).toBe(0);
    expect(first?.state).toBe('sent');
    expect(sent).toBe(1);
  });
});

describe('two faults in a row still make exactly one email', () => {
  const pairs = FAULTS.flatMap((one) => FAULTS.map((two) => ({ one, two })));
  const cases = [2, 3, 4].flatMap((call) => pairs.map((pair) => ({ call, ...pair })));

  test.each(cases)('request $call $one, a later one $two', async ({ call, one, two }) => {
    for (let second = call + 1; second <= call + 4; second += 1) {
      const world = await createWorld();
      const provider = createProviderModel((n) =>
        n === call ? one : n === second ? two : undefined,
      );

      for (let life = 0; life < 6; life += 1) {
        await live(world, provider);
        world.now += LATER;
      }

      expect(provider.sent).toHaveLength(1);
      expect(provider.drafts.size).toBe(0);
      expect((await stored(world)).first?.state).toBe('sent');
    }
  });
});

test('a draft that may just have been sent is not asked about before the provider can know', async () => {
  const world = await createWorld();
  const provider = createProviderModel((n) => (n === 4 ? 'diesAfter' : undefined));
  await live(world, provider);

  world.now += 5 * SECOND;
  await live(world, provider);

  expect(provider.calls).not.toContain('hasDraft');
});

test('a contact who answered while the email waited gets no email', async () => {
  const world = await createWorld({ holdMs: 10_000 });
  const provider = createProviderModel(() => undefined);
  provider.inbox.push({
    messageId: 'reply-1',
    threadId: 'somewhere',
    at: world.now + SECOND,
    own: false,
    headers: new Map([['from', 'Ada <ada@example.com>']]),
  });
  world.now += MINUTE;

  await live(world, provider);

  expect(provider.sent).toHaveLength(0);
  expect((await stored(world)).enrollment?.state).toMatchObject({
    kind: 'unenrolled',
    reason: 'replied',
  });
});

test('an enrollment that ends while its draft is made sends nothing and leaves no draft', async () => {
  const world = await createWorld();
  const provider = createProviderModel((n) => (n === 2 ? 'diesAfter' : undefined));
  await live(world, provider);
  await world.life(provider).exit(world.enrollment.id, 'manual');

  world.now += LATER;
  await live(world, provider);

  expect(provider.sent).toHaveLength(0);
  expect(provider.drafts.size).toBe(0);
  expect((await stored(world)).first).toMatchObject({ state: 'failed', failure: 'ended' });
});

test('an email that left just before its enrollment ended is noted, and nothing follows it', async () => {
  const world = await createWorld();
  const provider = createProviderModel((n) => (n === 4 ? 'diesAfter' : undefined));
  await live(world, provider);
  await world.life(provider).exit(world.enrollment.id, 'manual');

  world.now += LATER;
  await live(world, provider);

  const { first, rows, enrollment } = await stored(world);
  expect(provider.sent).toHaveLength(1);
  expect(first?.state).toBe('sent');
  expect(rows).toHaveLength(1);
  expect(enrollment?.state.kind).toBe('unenrolled');
});

test('undo works until a worker has taken the email, and not after', async () => {
  const early = await createWorld({ holdMs: 10_000 });
  const late = await createWorld();
  const provider = createProviderModel((n) => (n === 2 ? 'diesBefore' : undefined));
  await live(late, provider);

  expect(await early.life(provider).exit(early.enrollment.id, 'undone')).toMatchObject({
    kind: 'ended',
  });
  expect(await late.life(provider).exit(late.enrollment.id, 'undone')).toEqual({ kind: 'tooLate' });
});

test('a full day postpones the email to the first free slot and says so', async () => {
  const world = await createWorld({ sender: { dailyLimit: 1 } });
  const database = await world.connection.get();
  const start = world.now - 60 * MINUTE;
  await database.put('limits', {
    senderId: world.enrollment.senderId,
    start,
    sent: 1,
    scheduled: 0,
    minutes: [1, 0, 0, 0, 0],
  });
  const provider = createProviderModel(() => undefined);

  await live(world, provider);

  const { first, enrollment } = await stored(world);
  expect(provider.sent).toHaveLength(0);
  expect(first).toMatchObject({ state: 'due', waiting: 'limit' });
  expect(first?.dueAt).toBeGreaterThan(world.now + 22 * 60 * MINUTE);
  expect(enrollment?.nextAt).toBe(first?.dueAt);
});

test('a revoked mailbox keeps its emails waiting and loses none', async () => {
  const world = await createWorld({ sender: { connection: 'revoked' } });
  const provider = createProviderModel(() => undefined);

  await live(world, provider);

  expect(provider.calls).toEqual([]);
  expect((await stored(world)).first).toMatchObject({ state: 'due', waiting: 'revoked' });
});

test('all steps leave in order in one thread, then the contact is free', async () => {
  const world = await createWorld();
  const provider = createProviderModel(() => undefined);

  for (let day = 0; day < 10; day += 1) {
    await live(world, provider);
    world.now += DAY;
  }

  const { enrollment } = await stored(world);
  expect(provider.sent.map(({ key }) => key.split(':')[1])).toEqual(['step-1', 'step-2', 'step-3']);
  expect(new Set(provider.sent.map(({ threadId }) => threadId)).size).toBe(1);
  expect(provider.sent[2]?.mime).toContain(
    'References: <message-1@mail.example.com> <message-2@mail.example.com>',
  );
  expect(enrollment?.state.kind).toBe('finished');
  expect(await (await world.connection.get()).getAll('claims')).toEqual([]);
});
