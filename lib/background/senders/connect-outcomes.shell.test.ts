import { expect, test } from 'vitest';
import { NOW, zone } from '@/test/support/builders';
import {
  account,
  aliases,
  connectingWorld,
  grant,
  redirected,
} from '@/test/support/connecting-world';
import { json } from '@/test/support/scripted-fetch';
import { touched } from '@/test/support/use-case-world';
import { connectMailbox } from './connect-mailbox';

const { signal } = new AbortController();
const input = { kind: 'gmail', zone: zone('Europe/Warsaw') } as const;

test('a mailbox that is connected for the first time becomes a sender with its tokens', async () => {
  const { world, senders } = await connectingWorld({
    answers: [
      grant(),
      account('Rita@Example.com'),
      aliases(
        { sendAsEmail: 'rita@example.com', displayName: 'Rita Rep', isPrimary: true },
        {
          sendAsEmail: 'sales@example.com',
          displayName: 'Sales',
          isDefault: true,
          verificationStatus: 'accepted',
        },
      ),
    ],
  });

  const outcome = await connectMailbox(world.deps, input, signal);

  const [sender] = await senders();
  expect(outcome).toEqual({ kind: 'connected', senderId: sender?.id, address: 'Rita@example.com' });
  expect(sender).toMatchObject({
    connection: 'connected',
    zone: 'Europe/Warsaw',
    cursor: '4711',
    connectedAt: NOW,
    addresses: [
      { address: 'Rita@example.com', isDefault: false },
      { address: 'sales@example.com', name: 'Sales', isDefault: true },
    ],
  });
  expect(await world.deps.vault.readRefresh('Rita@example.com')).toBe('refresh');
  expect(await world.deps.vault.readAccess('Rita@example.com')).toBe('access');
  expect((await touched(world)).journal).toMatchObject([
    { code: 'mailboxConnected', actor: 'person' },
  ]);
  expect(world.changes()).toBe(1);
});

const refuse = () =>
  json(403, { error: { code: 403, errors: [{ reason: 'insufficientPermissions' }] } });

test.each([
  ['noClientId', { clientId: '' }],
  ['cancelled', { signIn: () => ({ kind: 'cancelled' }) as const }],
  ['offline', { signIn: () => ({ kind: 'offline' }) as const }],
  ['denied', { signIn: (url: URL) => redirected(url, { error: 'access_denied' }) }],
  ['badClient', { answers: [json(401, { error: 'invalid_client' })] }],
  [
    'missingScope',
    {
      answers: [
        json(200, { access_token: 'a', refresh_token: 'r', expires_in: 1, scope: 'openid' }),
      ],
    },
  ],
  ['offline', { answers: [grant(), new TypeError('Failed to fetch')] }],
  ['unavailable', { answers: [grant(), json(503, {})] }],
  ['missingScope', { answers: [grant(), refuse()] }],
] as const)('%s: nothing is kept', async (code, options) => {
  const { world, senders } = await connectingWorld(options);

  expect(await connectMailbox(world.deps, input, signal)).toEqual({ kind: 'failed', code });

  expect(await senders()).toEqual([]);
  expect((await touched(world)).journal).toEqual([]);
  expect(world.changes()).toBe(0);
});

test('without a client nobody is sent to Google', async () => {
  const { world, opened, requests } = await connectingWorld({ clientId: '' });

  await connectMailbox(world.deps, input, signal);

  expect([opened, requests]).toEqual([[], []]);
});
