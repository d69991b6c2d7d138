import { expect, test } from 'vitest';
import { HOUR, MINUTE } from '@/lib/time/instant';
import { address, anOutboxRow, aSender, NOW, senderId, zone } from '@/test/support/builders';
import { account, aliases, connectingWorld, grant } from '@/test/support/connecting-world';
import { aPerson, enrolled } from '@/test/support/people';
import { touched } from '@/test/support/use-case-world';
import { connectMailbox } from './connect-mailbox';

const { signal } = new AbortController();
const input = { kind: 'gmail', zone: zone('Europe/Warsaw') } as const;

test('connecting again with another account is refused, and its tokens are not kept', async () => {
  const lost = aSender({ connection: 'revoked' });
  const { world, senders, opened } = await connectingWorld({
    senders: [lost],
    answers: [grant(), account('boss@example.com'), aliases()],
  });

  const outcome = await connectMailbox(world.deps, { ...input, senderId: lost.id }, signal);

  expect(outcome).toEqual({ kind: 'failed', code: 'differentAccount' });
  expect(await senders()).toEqual([lost]);
  expect(await world.deps.vault.readRefresh('boss@example.com')).toBeUndefined();
  expect(await world.deps.vault.readRefresh('rep@example.com')).toBeUndefined();
  expect(opened[0]?.searchParams.get('login_hint')).toBe('rep@example.com');
});

test('connecting again keeps who the sender is and where its mail was read', async () => {
  const lost = aSender({
    connection: 'expired',
    cursor: '77',
    polledAt: NOW - HOUR,
    zone: zone('Asia/Tokyo'),
  });
  const { world, senders } = await connectingWorld({
    senders: [lost],
    answers: [grant(), account('rep@example.com'), aliases()],
  });

  const outcome = await connectMailbox(world.deps, { ...input, senderId: lost.id }, signal);

  expect(outcome).toMatchObject({ kind: 'connected', senderId: lost.id });
  expect(await senders()).toMatchObject([
    {
      id: lost.id,
      connection: 'connected',
      cursor: '77',
      polledAt: NOW - HOUR,
      zone: 'Asia/Tokyo',
      connectedAt: NOW,
    },
  ]);
});

test.each([
  ['none at all', [], 'Robin Rep'],
  [
    'none of the default',
    [{ sendAsEmail: 'rep@example.com', isPrimary: true, isDefault: true }],
    'Robin Rep',
  ],
  [
    'one of an alias',
    [{ sendAsEmail: 'sales@example.com', displayName: 'Sales', verificationStatus: 'accepted' }],
    'Robin Rep',
  ],
  [
    'a new one',
    [{ sendAsEmail: 'rep@example.com', displayName: 'Robin R.', isPrimary: true }],
    'Robin Rep',
  ],
])('the name we know is kept when Google names %s', async (_what, sendAs, name) => {
  const { world, senders } = await connectingWorld({
    senders: [aSender({ connection: 'expired' })],
    answers: [grant(), account('rep@example.com'), aliases(...sendAs)],
  });

  await connectMailbox(world.deps, input, signal);

  expect(await senders()).toMatchObject([{ name }]);
});

test('connecting a known account without saying which is connecting it again', async () => {
  const { world, senders } = await connectingWorld({
    senders: [aSender({ connection: 'revoked' })],
    answers: [grant(), account('rep@example.com'), aliases()],
  });

  await connectMailbox(world.deps, input, signal);

  expect((await senders()).map(({ id, connection }) => [id, connection])).toEqual([
    ['sender-1', 'connected'],
  ]);
});

test('what waited for the connection wakes at once, or when it is due; nothing else does', async () => {
  const other = aSender({ id: senderId('sender-2'), address: address('other@example.com') });
  const { world } = await connectingWorld({
    senders: [aSender({ connection: 'revoked' }), other],
    answers: [grant(), account('rep@example.com'), aliases()],
  });
  const rows = [
    anOutboxRow({ key: 'overdue', dueAt: NOW - HOUR, wakeAt: NOW + MINUTE, waiting: 'revoked' }),
    anOutboxRow({ key: 'planned', dueAt: NOW + HOUR, wakeAt: NOW + 2 * HOUR, waiting: 'expired' }),
    anOutboxRow({ key: 'full', wakeAt: NOW + HOUR, waiting: 'limit' }),
    anOutboxRow({ key: 'later', wakeAt: NOW + HOUR }),
    anOutboxRow({ key: 'theirs', senderId: other.id, wakeAt: NOW + HOUR, waiting: 'revoked' }),
  ];
  for (const row of rows) await (await world.database()).add('outbox', row);

  await connectMailbox(world.deps, input, signal);

  const { outbox } = await touched(world);
  expect(Object.fromEntries(outbox.map(({ key, wakeAt }) => [key, wakeAt]))).toEqual({
    overdue: NOW,
    planned: NOW + HOUR,
    full: NOW + HOUR,
    later: NOW + HOUR,
    theirs: NOW + HOUR,
  });
  expect(world.wakes).toEqual([NOW]);
});

test('an email that waited for a lost mailbox leaves after connecting again', async () => {
  const { world } = await connectingWorld({
    senders: [aSender()],
    answers: [grant(), account('rep@example.com'), aliases()],
  });
  await enrolled(world, aPerson());
  const database = await world.database();
  await database.put('senders', aSender({ connection: 'revoked' }));
  world.now += MINUTE;
  await world.deps.engine.runDue(signal);
  expect(world.provider.sent).toEqual([]);

  await connectMailbox(world.deps, { ...input, senderId: senderId('sender-1') }, signal);
  await world.deps.engine.runDue(signal);

  expect(world.provider.sent).toHaveLength(1);
});
