import { authorize } from '@/lib/mailboxes/oauth/authorize';
import { createTokenSource } from '@/lib/mailboxes/oauth/create-token-source';
import { createOutlookMailbox } from '@/lib/mailboxes/outlook/create-outlook-mailbox';
import { ANY_TENANT, microsoftService } from '@/lib/mailboxes/outlook/oauth/microsoft-service';
import type { Identity } from '@/lib/platform/identity';
import { breakableFetch } from './breakable-fetch';
import type { MailboxRig } from './mailbox-rig';
import { memoryVault } from './memory-vault';
import { createMicrosoft, type Microsoft, type MicrosoftOptions } from './microsoft';
import { approveAtMicrosoft, fetchFromMicrosoft } from './microsoft-hosts';
import { address } from './outgoing-messages';

export const RITA = 'rita@example.com';
export const REDIRECT = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/';
export const MICROSOFT_CLIENT = { id: '11111111-2222-3333-4444-555555555555' };
export const SERVICE = microsoftService(ANY_TENANT);

const { signal } = new AbortController();

/** Microsoft with one user, Rita. */
export function startMicrosoft(options: Partial<MicrosoftOptions> = {}): Microsoft {
  return createMicrosoft({
    users: [{ email: RITA, name: 'Rita Rep', aliases: ['rita.rep@example.com'] }],
    clients: [{ ...MICROSOFT_CLIENT, redirectUris: [REDIRECT] }],
    ...options,
  });
}

/** The sign-in window, used by a person who presses the user's button. */
export function signingInAt(microsoft: Microsoft, scope?: string): Identity {
  return {
    redirectUri: () => REDIRECT,
    signIn: async (url) => ({
      kind: 'redirected',
      url: approveAtMicrosoft(microsoft, url, {
        user: RITA,
        ...(scope !== undefined && { scope }),
      }),
    }),
  };
}

/** A mailbox as the worker opens it for a connected sender. */
export async function connectAt(microsoft: Microsoft) {
  const line = breakableFetch(fetchFromMicrosoft(microsoft));
  const { fetch } = line;
  const deps = { fetch, identity: signingInAt(microsoft), crypto };
  const options = { service: SERVICE, client: MICROSOFT_CLIENT };
  const signedIn = await authorize(deps, options, signal);
  if (signedIn.kind !== 'authorized') throw new Error(`not connected: ${signedIn.code}`);
  const vault = memoryVault();
  await vault.writeRefresh(RITA, signedIn.refreshToken);
  await vault.writeAccess(RITA, signedIn.accessToken, signedIn.expiresInSeconds);
  const tokens = createTokenSource({
    ...options,
    fetch,
    vault,
    locks: navigator.locks,
    account: RITA,
    signInSilently: (stop) => authorize(deps, { ...options, loginHint: RITA, silent: true }, stop),
  });
  const mailbox = createOutlookMailbox({ fetch, tokens, clock: { now: () => Date.now() } });
  return { mailbox, vault, tokens, line };
}

/** The Outlook mailbox for the conformance test. */
export async function openOutlook(options: Partial<MicrosoftOptions> = {}): Promise<MailboxRig> {
  const microsoft = startMicrosoft(options);
  const { mailbox, line } = await connectAt(microsoft);
  return {
    mailbox,
    address: address(RITA),
    deliver: async ({ asSpam = false, ...message }) => {
      const folder = asSpam ? 'junkemail' : 'inbox';
      const given = microsoft.deliver({ to: RITA, ...message, folder });
      return { id: given.immutableId, threadId: given.conversationId };
    },
    sent: async () =>
      microsoft.sent(RITA).map(({ message, headers }) => ({
        id: message.immutableId,
        threadId: message.conversationId,
        headers,
        html: message.body.content,
      })),
    expireAccess: async () => microsoft.expireAccess(RITA),
    revokeAccess: async () => microsoft.revoke(RITA),
    forgetHistory: async () => microsoft.forgetChanges(RITA),
    breakNext: line.breakNext,
    seen: line.seen,
    close: async () => undefined,
  };
}
