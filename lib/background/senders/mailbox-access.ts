import type { ConnectedKind, Sender } from '@/lib/domain/sender/sender';
import { authorizedRequest } from '@/lib/mailboxes/authorized-request';
import type { Calendar } from '@/lib/mailboxes/calendars/calendar';
import type { Mailbox } from '@/lib/mailboxes/mailbox';
import { authorize } from '@/lib/mailboxes/oauth/authorize';
import { createTokenSource } from '@/lib/mailboxes/oauth/create-token-source';
import type { OAuthClient } from '@/lib/mailboxes/oauth/oauth-service';
import { type MailboxProvider, PROVIDERS } from '@/lib/mailboxes/registry';
import type { TokenSource } from '@/lib/mailboxes/token-source';
import type { TokenVault } from '@/lib/mailboxes/token-vault';
import type { Identity } from '@/lib/platform/identity';
import type { Settings } from '@/lib/settings/settings';
import type { Clock } from '@/lib/time/clock';

/** What reaching the connected mailboxes takes. */
export interface MailboxAccessDeps {
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  readonly vault: TokenVault;
  readonly locks: LockManager;
  readonly settings: () => Promise<Settings>;
  readonly identity: Identity;
}

/** The company's OAuth client at a provider, or `undefined` when nobody has entered one. */
export async function oauthClient(
  settings: MailboxAccessDeps['settings'],
  kind: ConnectedKind,
): Promise<OAuthClient | undefined> {
  const client = clientIn(await settings(), kind);
  return client.id === '' ? undefined : client;
}

function clientIn(settings: Settings, kind: ConnectedKind): OAuthClient {
  switch (kind) {
    case 'gmail': {
      const { googleClientId: id, googleClientSecret: secret } = settings;
      return { id, ...(secret !== '' && { secret }) };
    }
    case 'outlook': {
      const { microsoftClientId: id, microsoftTenant: tenant } = settings;
      return { id, ...(tenant !== '' && { tenant }) };
    }
  }
}

/** The mailbox of a connected sender. */
export function connectedMailboxOf(deps: MailboxAccessDeps): (sender: Sender) => Mailbox {
  return (sender) => {
    const { kind } = sender;
    if (kind === 'compose') throw new Error('nothing is connected where the rep sends by hand');
    return PROVIDERS[kind].open({ ...deps, tokens: storedTokens(deps, { ...sender, kind }) });
  };
}

/** The calendar of a connected sender. */
export function calendarOf(deps: MailboxAccessDeps): (sender: Sender) => Calendar | undefined {
  return (sender) => {
    const { kind } = sender;
    if (kind === 'compose') return undefined;
    const access = { fetch: deps.fetch, tokens: storedTokens(deps, { ...sender, kind }) };
    return PROVIDERS[kind].calendar((url, { signal, headers = {} }) =>
      authorizedRequest(access, { url, method: 'GET', headers }, signal),
    );
  };
}

/** The client is read for every call, because it may be entered anew at any time. */
function storedTokens(
  deps: MailboxAccessDeps,
  { kind, address }: Sender & { readonly kind: ConnectedKind },
): TokenSource {
  const source = async (): Promise<TokenSource | undefined> => {
    const client = await oauthClient(deps.settings, kind);
    const provider: MailboxProvider = PROVIDERS[kind];
    if (client === undefined) return undefined;
    const service = provider.service(client);
    const again = { service, client, loginHint: address, silent: true };
    return createTokenSource({
      ...deps,
      account: provider.account(address),
      service,
      client,
      signInSilently: (signal) => authorize({ ...deps, crypto: globalThis.crypto }, again, signal),
    });
  };
  return {
    current: async (signal) => (await source())?.current(signal) ?? { kind: 'expired' },
    renew: async (refused, signal) =>
      (await source())?.renew(refused, signal) ?? { kind: 'expired' },
  };
}
