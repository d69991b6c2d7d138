import type { Sender } from '@/lib/domain/sender/sender';
import { authorizedRequest } from '@/lib/mailboxes/authorized-request';
import type { Calendar } from '@/lib/mailboxes/calendars/calendar';
import { createGoogleCalendar } from '@/lib/mailboxes/calendars/google-calendar';
import { createGmailMailbox } from '@/lib/mailboxes/gmail/create-gmail-mailbox';
import type { OAuthClient } from '@/lib/mailboxes/gmail/oauth/endpoints';
import { createTokenSource } from '@/lib/mailboxes/gmail/oauth/token-source';
import type { Mailbox } from '@/lib/mailboxes/mailbox';
import type { TokenSource } from '@/lib/mailboxes/token-source';
import type { TokenVault } from '@/lib/mailboxes/token-vault';
import type { Settings } from '@/lib/settings/settings';
import type { Clock } from '@/lib/time/clock';

export interface GmailAccessDeps {
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  readonly vault: TokenVault;
  readonly locks: LockManager;
  readonly settings: () => Promise<Settings>;
}

/** The company's OAuth client, or `undefined` when nobody has entered one. */
export async function oauthClient(
  settings: GmailAccessDeps['settings'],
): Promise<OAuthClient | undefined> {
  const { googleClientId: id, googleClientSecret: secret } = await settings();
  if (id === '') return undefined;
  return { id, ...(secret !== '' && { secret }) };
}

/** The mailbox of a connected sender. */
export function gmailMailboxOf(deps: GmailAccessDeps): (sender: Sender) => Mailbox {
  return (sender) =>
    createGmailMailbox({
      fetch: deps.fetch,
      clock: deps.clock,
      tokens: storedTokens(deps, sender.address),
    });
}

/** The calendar of a connected sender. */
export function calendarOf(deps: GmailAccessDeps): (sender: Sender) => Calendar | undefined {
  return ({ kind, address }) => {
    if (kind !== 'gmail') return undefined;
    const access = { fetch: deps.fetch, tokens: storedTokens(deps, address) };
    return createGoogleCalendar((url, { signal, headers = {} }) =>
      authorizedRequest(access, { url, method: 'GET', headers }, signal),
    );
  };
}

/** The client is read for every call, because it may be entered anew at any time. */
function storedTokens(deps: GmailAccessDeps, account: string): TokenSource {
  const source = async (): Promise<TokenSource | undefined> => {
    const client = await oauthClient(deps.settings);
    return client && createTokenSource({ ...deps, account, client });
  };
  return {
    current: async (signal) => (await source())?.current(signal) ?? { kind: 'expired' },
    renew: async (refused, signal) =>
      (await source())?.renew(refused, signal) ?? { kind: 'expired' },
  };
}
