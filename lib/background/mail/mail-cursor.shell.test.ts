import { beforeEach, expect, test } from 'vitest';
import { exitEnrollment } from '@/lib/engines/local/exit-enrollment';
import { HOUR, MINUTE } from '@/lib/time/instant';
import { aHead, showNext } from '@/test/support/arrivals';
import { aSender, NOW } from '@/test/support/builders';
import { aPerson, enrolled } from '@/test/support/people';
import { createUseCaseWorld, touched, type UseCaseWorld } from '@/test/support/use-case-world';
import { watchMailbox } from './watch-mailbox';

const { signal } = new AbortController();
let world: UseCaseWorld;
beforeEach(async () => {
  world = await createUseCaseWorld();
  world.now = NOW + MINUTE;
});

const stored = async () => {
  const sender = await (await world.database()).get('senders', aSender().id);
  if (sender === undefined) throw new Error('the sender is gone');
  return sender;
};
const codes = async () => (await touched(world)).journal.map(({ code }) => code);
const replyOf = (address: string) => aHead({ from: address }, { at: world.now });

test('the first look begins where connecting ended, the next one where this ended', async () => {
  const asked = showNext(world, { cursor: '2' });

  await world.readMail(await stored());
  world.now += MINUTE;
  await world.readMail(await stored());

  expect(asked).toEqual([
    { cursor: '1', polledAt: NOW },
    { cursor: '2', polledAt: NOW + MINUTE },
  ]);
});

test('while there is more it goes on from where it is, and acts on every page', async () => {
  await enrolled(world);
  await enrolled(world, aPerson({ name: 'Grace', emails: ['grace@example.com'] }));
  const asked = showNext(
    world,
    { messages: [replyOf('eve@example.com')], cursor: '2', more: true },
    { messages: [replyOf('ada@example.com')], cursor: '3', more: true },
    { messages: [replyOf('grace@example.com')], cursor: '4' },
  );

  await world.readMail(await stored());

  expect(asked.map(({ cursor }) => cursor)).toEqual(['1', '2', '3']);
  expect((await stored()).cursor).toBe('4');
  expect((await touched(world)).claims).toEqual([]);
});

test('mail counts as read as of when it was asked for: the computer may sleep over what comes then', async () => {
  await enrolled(world);
  const asked = world.now;
  showNext(world, { messages: [replyOf('ada@example.com')], cursor: '2' });
  const exit: Parameters<typeof watchMailbox>[0]['exit'] = (id, reason) => {
    world.now += HOUR;
    return exitEnrollment(world.deps, id, reason);
  };

  await watchMailbox({ ...world.deps, exit }, await stored(), signal);

  expect((await stored()).polledAt).toBe(asked);
});

test('mail does not count as read before its last page is', async () => {
  showNext(world, { cursor: '2', more: true }, { kind: 'unavailable' });

  await world.readMail(await stored());

  expect(await stored()).toMatchObject({ cursor: '2' });
  expect(await stored()).not.toHaveProperty('polledAt');
});

test('after everything was read anew, what came meanwhile is read, and only once', async () => {
  await enrolled(world);
  const looks = showNext(
    world,
    { cursor: '9', resynced: true },
    { messages: [replyOf('ada@example.com')], cursor: '10', resynced: true },
  );

  await world.readMail(await stored());

  expect(looks.map(({ cursor }) => cursor)).toEqual(['1', '9']);
  expect((await touched(world)).claims).toEqual([]);
});

test('a failure on a later page keeps what was read before it', async () => {
  await enrolled(world);
  showNext(
    world,
    { messages: [replyOf('ada@example.com')], cursor: '2', more: true },
    { kind: 'unavailable' },
  );

  expect(await world.readMail(await stored())).toEqual({ kind: 'unavailable' });

  expect(await stored()).toMatchObject({ cursor: '2', connection: 'connected' });
  expect((await touched(world)).claims).toEqual([]);
});

test('a worker that dies before it has acted reads the same mail again, and acts once', async () => {
  await enrolled(world);
  const reply = replyOf('ada@example.com');
  const died = new Error('the worker is gone');
  const asked = showNext(
    world,
    { messages: [reply], cursor: '2' },
    { messages: [reply], cursor: '2' },
    { messages: [reply], cursor: '2' },
  );
  const dying = { ...world.deps, exit: () => Promise.reject(died) };

  await expect(watchMailbox(dying, await stored(), signal)).rejects.toBe(died);
  expect((await stored()).cursor).toBe('1');
  expect((await touched(world)).claims).toHaveLength(1);
  await world.readMail(await stored());
  // A third time, as after dying between acting and moving on.
  await world.readMail({ ...(await stored()), cursor: '1' });

  expect(asked.map(({ cursor }) => cursor)).toEqual(['1', '1', '1']);
  expect((await codes()).filter((code) => code === 'unenrolled')).toHaveLength(1);
  expect((await touched(world)).heads).toMatchObject([{ live: 0 }]);
  expect((await stored()).cursor).toBe('2');
});

test('a worker that dies after it has acted on half of the mail finishes the other half', async () => {
  await enrolled(world);
  await enrolled(world, aPerson({ name: 'Grace', emails: ['grace@example.com'] }));
  const look = {
    messages: [replyOf('ada@example.com'), replyOf('grace@example.com')],
    cursor: '2',
  };
  showNext(world, look, look);
  let exits = 0;
  const exit: Parameters<typeof watchMailbox>[0]['exit'] = (id, reason) => {
    exits += 1;
    if (exits > 1) throw new Error('the worker is gone');
    return exitEnrollment(world.deps, id, reason);
  };

  await expect(watchMailbox({ ...world.deps, exit }, await stored(), signal)).rejects.toThrow();
  expect((await touched(world)).claims).toHaveLength(1);
  await world.readMail(await stored());

  expect((await touched(world)).claims).toEqual([]);
  expect((await codes()).filter((code) => code === 'unenrolled')).toHaveLength(2);
});

test.each([
  [{ kind: 'offline' }, 'offline', false],
  [{ kind: 'expired' }, 'expired', true],
  [{ kind: 'revoked' }, 'revoked', true],
  [{ kind: 'throttled' }, 'connected', false],
  [{ kind: 'unavailable' }, 'connected', false],
  [{ kind: 'refused', detail: 'forbidden' }, 'connected', false],
] as const)('%j keeps the cursor and leaves the connection %s', async (failure, connection, isLost) => {
  showNext(world, failure);

  expect(await world.readMail(await stored())).toEqual(failure);

  expect(await stored()).toMatchObject({ cursor: '1', connection });
  expect(await stored()).not.toHaveProperty('polledAt');
  expect(await codes()).toEqual(isLost ? ['mailboxLost'] : []);
});

test('the same failure is noted once, and reading again clears it', async () => {
  showNext(world, { kind: 'revoked' }, { kind: 'revoked' });

  await world.readMail(await stored());
  await world.readMail(await stored());
  expect(await codes()).toEqual(['mailboxLost']);
  expect(world.changes()).toBe(1);

  await world.readMail(await stored());
  expect((await stored()).connection).toBe('connected');
});

test('mail that had to be read in full is journaled', async () => {
  showNext(world, { cursor: '900', resynced: true });

  await world.readMail(await stored());

  expect(await codes()).toEqual(['mailResynced']);
  expect((await stored()).cursor).toBe('900');
});

test('a mailbox that was removed while it was read is not brought back', async () => {
  const sender = await stored();
  await (await world.database()).delete('senders', sender.id);
  showNext(world, { cursor: '2' });

  await world.readMail(sender);

  expect(await (await world.database()).getAll('senders')).toEqual([]);
});
