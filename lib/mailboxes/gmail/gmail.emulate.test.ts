import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseEmailAddress } from '@/lib/domain/contact/email-address';
import { authorize } from '@/lib/mailboxes/oauth/authorize';
import { createTokenSource } from '@/lib/mailboxes/oauth/create-token-source';
import type { Identity } from '@/lib/platform/identity';
import { breakableFetch } from '@/test/support/breakable-fetch';
import { type Google, startGoogle } from '@/test/support/google-emulator';
import { fetchFrom } from '@/test/support/google-hosts';
import { describeMailbox } from '@/test/support/mailbox-conformance';
import { expectOk, hands } from '@/test/support/mailbox-rig';
import { memoryVault } from '@/test/support/memory-vault';
import { address } from '@/test/support/outgoing-messages';
import { createGmailMailbox } from './create-gmail-mailbox';
import { googleService, SCOPES } from './oauth/google-service';
import { revoke } from './oauth/revoke';

const RITA = 'rita@example.com';
const REDIRECT = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/';
const CLIENT = { id: 'client.apps.example.com', secret: 'not-a-secret' };
const { signal } = new AbortController();

const start = () =>
  startGoogle({
    users: [{ email: RITA, name: 'Rita Rep' }],
    clients: [{ ...CLIENT, redirectUris: [REDIRECT] }],
  });

/** The sign-in window, used by a person who presses the user's button. */
function signingIn(google: Google, scope?: string): Identity {
  return {
    redirectUri: () => REDIRECT,
    signIn: async (url) => ({
      kind: 'redirected',
      url: await google.approve(url, RITA, { ...(scope !== undefined && { scope }) }),
    }),
  };
}

async function connect(google: Google) {
  const line = breakableFetch(fetchFrom(google.origin));
  const { fetch } = line;
  const signedIn = await authorize(
    { fetch, identity: signingIn(google), crypto },
    { service: googleService, client: CLIENT },
    signal,
  );
  if (signedIn.kind !== 'authorized') throw new Error(`not connected: ${signedIn.code}`);
  const vault = memoryVault();
  await vault.writeRefresh(RITA, signedIn.refreshToken);
  await vault.writeAccess(RITA, signedIn.accessToken, signedIn.expiresInSeconds);
  const tokens = createTokenSource({
    fetch,
    vault,
    locks: navigator.locks,
    account: RITA,
    service: googleService,
    client: CLIENT,
    signInSilently: async () => ({ kind: 'failed', code: 'cancelled' }),
  });
  const mailbox = createGmailMailbox({ fetch, tokens, clock: { now: () => Date.now() } });
  return { fetch, mailbox, signedIn, vault, tokens, line };
}

describeMailbox('gmail', async () => {
  const google = await start();
  const { mailbox, line } = await connect(google);
  const address = parseEmailAddress(RITA);
  if (address === undefined) throw new Error('not an address');
  return {
    mailbox,
    address,
    deliver: ({ asSpam = false, ...message }) =>
      google.deliver({ to: RITA, ...message, ...(asSpam && { labels: ['SPAM'] }) }),
    sent: async () => {
      const all = await google.mailbox(RITA);
      const sent = all.filter(({ labels }) => labels.includes('SENT'));
      return Promise.all(
        sent.map(async (one) => ({ ...one, html: (await PostalMime.parse(one.raw)).html ?? '' })),
      );
    },
    expireAccess: async () => google.expireAccess(RITA),
    revokeAccess: async () => google.revokeAccess(RITA),
    forgetHistory: () => google.forgetHistory(RITA),
    breakNext: line.breakNext,
    seen: line.seen,
    close: google.close,
  };
});

describe('signing in to Google', () => {
  let google: Google;
  beforeAll(async () => {
    google = await start();
  });
  afterAll(() => google.close());

  const signIn = (identity: Identity, client: { id: string; secret?: string } = CLIENT) =>
    authorize(
      { fetch: fetchFrom(google.origin), identity, crypto },
      { service: googleService, client },
      signal,
    );

  it('brings tokens that open the mailbox', async () => {
    const { mailbox } = await connect(google);

    expect(await mailbox.profile(signal)).toMatchObject({
      kind: 'ok',
      value: { address: RITA, dailyLimit: 1_000 },
    });
  });

  it('names a wrong client secret', async () => {
    const client = { id: CLIENT.id, secret: 'wrong' };

    expect(await signIn(signingIn(google), client)).toEqual({ kind: 'failed', code: 'badClient' });
  });

  it('names a missing client secret', async () => {
    const client = { id: CLIENT.id };

    expect(await signIn(signingIn(google), client)).toEqual({ kind: 'failed', code: 'badClient' });
  });

  it.each(SCOPES)('wants both permissions, not only %s', async (scope) => {
    expect(await signIn(signingIn(google, scope))).toEqual({
      kind: 'failed',
      code: 'missingScope',
    });
  });

  it('refuses a code that was fetched for another sign-in', async () => {
    const { signIn: approve, redirectUri } = signingIn(google);
    const crossed: Identity = {
      redirectUri,
      // Somebody puts the code of their own sign-in under our state: PKCE notices.
      signIn: async (url, stop) => {
        const other = new URL(url);
        other.searchParams.set('code_challenge', 'A'.repeat(43));
        return approve(other.href, stop);
      },
    };

    expect(await signIn(crossed)).toEqual({ kind: 'failed', code: 'unavailable' });
  });

  it('sends from an alias with the signature that Gmail has for it', async () => {
    const { mailbox } = await connect(google);
    google.setSendAs(RITA, [
      { sendAsEmail: RITA, displayName: 'Rita Rep', isPrimary: true, signature: '' },
      {
        sendAsEmail: 'sales@example.com',
        displayName: 'Sales',
        verificationStatus: 'accepted',
        signature: '<div><b>Rita</b><script>track()</script></div>',
      },
    ]);
    const { written } = hands({ mailbox, address: address(RITA) }, signal);
    const alias = expectOk(await mailbox.profile(signal)).addresses[1];
    if (alias?.signature === undefined) throw new Error('no signature');

    const email = written('k1', { from: alias, signature: alias.signature });
    const { draftId } = expectOk(await mailbox.createDraft({ key: 'k1', ...email }, signal));
    expectOk(await mailbox.sendDraft(draftId, signal));

    const sent = (await google.mailbox(RITA)).find(({ labels }) => labels.includes('SENT'));
    const read = await PostalMime.parse(sent?.raw ?? '');
    expect(sent?.headers.get('from')).toBe('Sales <sales@example.com>');
    expect(read.html).toContain('<div><b>Rita</b></div>');
    expect(read.text?.trim()).toBe('Hi Ada\n\n-- \nRita');
  });

  it('is over after disconnecting', async () => {
    const { fetch, mailbox, signedIn } = await connect(google);

    expect(await revoke(fetch, signedIn.refreshToken, signal)).toBe(true);

    expect(await mailbox.profile(signal)).toEqual({ kind: 'revoked' });
  });
});
