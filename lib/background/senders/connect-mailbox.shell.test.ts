import { expect, test } from 'vitest';
import { SCOPES } from '@/lib/mailboxes/gmail/oauth/google-service';
import type { Identity } from '@/lib/platform/identity';
import { address, aSender, zone } from '@/test/support/builders';
import { memoryVault } from '@/test/support/memory-vault';
import { json, scriptedFetch } from '@/test/support/scripted-fetch';
import { createWorkerWorld, type WorkerWorld } from '@/test/support/worker-world';
import { connectMailbox } from './connect-mailbox';

const never = new AbortController().signal;
const REDIRECT = 'https://extension.chromiumapp.org/';

/** A sign-in window in which the rep agrees to everything. */
const identity: Identity = {
  redirectUri: () => REDIRECT,
  signIn: async (url) => {
    const state = new URL(url).searchParams.get('state') ?? '';
    return { kind: 'redirected', url: `${REDIRECT}?${new URLSearchParams({ state, code: 'c' })}` };
  },
};

/** Google, as it answers a rep with one alias; its default is the account's own address. */
async function connect(world: WorkerWorld, sendAs = [primary, alias]) {
  const { fetch } = scriptedFetch(
    json(200, {
      access_token: 'at',
      refresh_token: 'rt',
      expires_in: 3_599,
      scope: SCOPES.join(' '),
    }),
    json(200, { emailAddress: 'rep@example.com', historyId: '77' }),
    json(200, { sendAs }),
  );
  const life = world.life();
  const settings = async () => ({ ...world.settings, googleClientId: 'client' });
  const deps = { ...life, fetch, vault: memoryVault(), settings, identity };
  return connectMailbox(deps, { kind: 'gmail', zone: zone('Europe/London') }, never);
}
const primary = {
  sendAsEmail: 'rep@example.com',
  displayName: 'Robin Rep',
  isPrimary: true,
  isDefault: true,
};
const alias = {
  sendAsEmail: 'sales@example.com',
  displayName: 'Sales',
  verificationStatus: 'accepted',
};
const stored = async (world: WorkerWorld) => (await world.database()).getAll('senders');

test('a new mailbox is a sender with a seat, its provider’s limit and ten emails a minute', async () => {
  const world = await createWorkerWorld({ senders: [] });

  expect((await connect(world)).kind).toBe('connected');

  const [sender] = await stored(world);
  expect(sender).toMatchObject({
    address: 'rep@example.com',
    name: 'Robin Rep',
    zone: 'Europe/London',
    seat: true,
    shared: false,
    dailyLimit: 1_000,
    perMinute: 10,
    cursor: '77',
  });
  expect(sender).not.toHaveProperty('adminLimit');
});

test('connecting again keeps what the rep has set, and takes what the mailbox says', async () => {
  const chosen = { address: address('sales@example.com'), name: 'Sales', isDefault: true };
  const edited = aSender({
    name: 'Robin R.',
    addresses: [{ address: address('rep@example.com'), name: 'Robin', isDefault: false }, chosen],
    connection: 'expired',
    seat: false,
    adminLimit: 40,
    perMinute: 3,
    meetingLink: 'https://meet.example.com/robin',
    dailyLimit: 350,
    cursor: '12',
  });
  const world = await createWorkerWorld({ senders: [edited] });

  await connect(world);

  const [sender, ...others] = await stored(world);
  expect(others).toEqual([]);
  expect(sender).toEqual({
    ...edited,
    connection: 'connected',
    dailyLimit: 1_000,
    profileAt: world.now,
    addresses: [{ address: 'rep@example.com', name: 'Robin Rep', isDefault: false }, chosen],
  });
});

test('an alias that is gone no longer writes', async () => {
  const gone = { address: address('old@example.com'), name: '', isDefault: true };
  const world = await createWorkerWorld({ senders: [aSender({ addresses: [gone] })] });

  await connect(world, [primary]);

  expect((await stored(world))[0]?.addresses).toEqual([
    { address: 'rep@example.com', name: 'Robin Rep', isDefault: true },
  ]);
});
