import { beforeEach, expect, test } from 'vitest';
import type { Sender } from '@/lib/domain/sender/sender';
import { aSender, NOW, zone } from '@/test/support/builders';
import { createMicrosoft, type MicrosoftOptions } from '@/test/support/microsoft';
import { approveAtMicrosoft, fetchFromMicrosoft } from '@/test/support/microsoft-hosts';
import { createUseCaseWorld } from '@/test/support/use-case-world';
import { connectMailbox } from './connect-mailbox';
import { disconnectMailbox } from './disconnect-mailbox';
import { connectedMailboxOf } from './mailbox-access';

const { signal } = new AbortController();
const REP = 'rep@example.com';
const APP = '11111111-2222-3333-4444-555555555555';
const REDIRECT = 'https://extension.chromiumapp.org/';
const input = { kind: 'outlook', zone: zone('Europe/Warsaw') } as const;

/** A worker and Microsoft, with what happens at the window of a silent sign-in as well. */
async function aWorld(
  options: {
    readonly senders?: readonly Sender[];
    readonly client?: Partial<MicrosoftOptions['clients'][number]>;
    readonly scope?: string;
  } = {},
) {
  const microsoft = createMicrosoft({
    users: [{ email: REP, name: 'Robin Rep', aliases: ['robin@example.com'] }],
    clients: [{ id: APP, redirectUris: [REDIRECT], ...options.client }],
  });
  const { scope } = options;
  const windows: URL[] = [];
  const world = await createUseCaseWorld({
    senders: options.senders ?? [],
    outside: {
      fetch: fetchFromMicrosoft(microsoft),
      identity: {
        redirectUri: () => REDIRECT,
        signIn: async (url) => {
          windows.push(new URL(url));
          const choice = { user: REP, ...(scope !== undefined && { scope }) };
          try {
            return { kind: 'redirected', url: approveAtMicrosoft(microsoft, url, choice) };
          } catch {
            // What Microsoft has against a client it says in the window, which is then closed.
            return { kind: 'cancelled' };
          }
        },
      },
    },
  });
  world.settings = { ...world.settings, microsoftClientId: APP };
  const senders = async () => (await world.database()).getAll('senders');
  return { world, microsoft, windows, senders };
}

let at: Awaited<ReturnType<typeof aWorld>>;
beforeEach(async () => {
  at = await aWorld();
});

test('an Outlook mailbox becomes a sender with its aliases, and its tokens are kept apart', async () => {
  const outcome = await connectMailbox(at.world.deps, input, signal);

  const [sender] = await at.senders();
  expect(outcome).toEqual({ kind: 'connected', senderId: sender?.id, address: REP });
  expect(sender).toMatchObject({
    kind: 'outlook',
    name: 'Robin Rep',
    connection: 'connected',
    connectedAt: NOW,
    addresses: [
      { address: REP, isDefault: true },
      { address: 'robin@example.com', isDefault: false },
    ],
  });
  expect(await at.world.deps.vault.readRefresh(`outlook:${REP}`)).toBeTruthy();
  expect(await at.world.deps.vault.readRefresh(REP)).toBeUndefined();
});

test('Microsoft is asked for exactly what the README says, with a challenge and no secret', async () => {
  await connectMailbox(at.world.deps, input, signal);

  const [opened] = at.windows;
  expect(opened?.origin + (opened?.pathname ?? '')).toBe(
    'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
  );
  expect(Object.fromEntries(opened?.searchParams ?? [])).toMatchObject({
    client_id: APP,
    response_type: 'code',
    scope: 'offline_access User.Read Mail.ReadWrite Mail.Send',
    code_challenge_method: 'S256',
    prompt: 'select_account',
  });
});

test('an app of one directory is asked there', async () => {
  const { world, senders } = await aWorld({ client: { tenant: 'contoso.example.com' } });
  const elsewhere = await connectMailbox(world.deps, input, signal);
  world.settings = { ...world.settings, microsoftTenant: 'contoso.example.com' };

  const outcome = await connectMailbox(world.deps, input, signal);

  expect(elsewhere).toEqual({ kind: 'failed', code: 'cancelled' });
  expect(outcome.kind).toBe('connected');
  expect(await senders()).toHaveLength(1);
});

test('a permission that was not given is named, and nothing is kept', async () => {
  const { world, senders } = await aWorld({ scope: 'offline_access User.Read Mail.Send' });

  expect(await connectMailbox(world.deps, input, signal)).toEqual({
    kind: 'failed',
    code: 'missingScope',
  });
  expect(await senders()).toEqual([]);
});

test('without an app nothing is opened', async () => {
  at.world.settings = { ...at.world.settings, microsoftClientId: '', googleClientId: 'client' };

  expect(await connectMailbox(at.world.deps, input, signal)).toEqual({
    kind: 'failed',
    code: 'noClientId',
  });
  expect(at.windows).toEqual([]);
});

test('a company that moves to Microsoft takes its sender along, and reads on from now', async () => {
  const before = aSender({ connection: 'expired', cursor: '77', adminLimit: 20 });
  const { world, senders } = await aWorld({ senders: [before] });

  const outcome = await connectMailbox(world.deps, input, signal);

  const [sender, ...others] = await senders();
  expect(outcome).toMatchObject({ kind: 'connected', senderId: before.id });
  expect(others).toEqual([]);
  expect(sender).toMatchObject({ kind: 'outlook', connection: 'connected', adminLimit: 20 });
  expect(sender?.cursor).not.toBe('77');
});

test('a Gmail mailbox is not connected again at Microsoft', async () => {
  const before = aSender({ connection: 'expired' });
  const { world, senders } = await aWorld({ senders: [before] });

  const again = { ...input, senderId: before.id };

  expect(await connectMailbox(world.deps, again, signal)).toEqual({
    kind: 'failed',
    code: 'differentAccount',
  });
  expect(await senders()).toEqual([before]);
});

test('the day after, the mailbox opens by itself while the browser is signed in', async () => {
  await connectMailbox(at.world.deps, input, signal);
  const [sender] = await at.senders();
  if (sender === undefined) throw new Error('not connected');
  const mailbox = connectedMailboxOf(at.world.deps)(sender);
  at.microsoft.endDay();

  const profile = await mailbox.profile(signal);

  expect(profile.kind).toBe('ok');
  expect(at.windows.at(-1)?.searchParams.get('prompt')).toBe('none');
  expect(at.windows.at(-1)?.searchParams.get('login_hint')).toBe(REP);
});

test('the day after, a person is needed where the browser is signed out', async () => {
  await connectMailbox(at.world.deps, input, signal);
  const [sender] = await at.senders();
  if (sender === undefined) throw new Error('not connected');
  at.microsoft.endDay();
  at.microsoft.signOut(REP);

  const profile = await connectedMailboxOf(at.world.deps)(sender).profile(signal);

  expect(profile).toEqual({ kind: 'expired' });
});

test('disconnecting forgets the tokens; the sender and what is scheduled stay', async () => {
  await connectMailbox(at.world.deps, input, signal);
  const [sender] = await at.senders();
  if (sender === undefined) throw new Error('not connected');

  await disconnectMailbox(at.world.deps, sender.id, signal);

  expect(await at.world.deps.vault.readRefresh(`outlook:${REP}`)).toBeUndefined();
  expect(await at.senders()).toMatchObject([{ id: sender.id, connection: 'expired' }]);
});
