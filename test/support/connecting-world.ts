import type { Sender } from '@/lib/domain/sender/sender';
import { SCOPES } from '@/lib/mailboxes/gmail/oauth/google-service';
import type { SignedIn } from '@/lib/platform/identity';
import { json, type ScriptedAnswer, scriptedFetch } from './scripted-fetch';
import { createUseCaseWorld } from './use-case-world';

const REDIRECT = 'https://extension.chromiumapp.org/';

export const grant = json.bind(undefined, 200, {
  access_token: 'access',
  refresh_token: 'refresh',
  expires_in: 3_599,
  scope: SCOPES.join(' '),
});
export const account = (emailAddress: string) => json(200, { emailAddress, historyId: '4711' });
export const aliases = (...sendAs: readonly object[]) => json(200, { sendAs });

/** A world in which Google answers so, after a sign-in that ended so. */
export async function connectingWorld(
  options: {
    readonly senders?: readonly Sender[];
    readonly answers?: readonly ScriptedAnswer[];
    readonly signIn?: (url: URL) => SignedIn;
    readonly clientId?: string;
  } = {},
) {
  const { fetch, requests } = scriptedFetch(...(options.answers ?? []));
  const opened: URL[] = [];
  const world = await createUseCaseWorld({
    senders: options.senders ?? [],
    outside: {
      fetch,
      identity: {
        redirectUri: () => REDIRECT,
        signIn: async (text) => {
          const url = new URL(text);
          opened.push(url);
          return options.signIn?.(url) ?? redirected(url, { code: 'c' });
        },
      },
    },
  });
  world.settings = { ...world.settings, googleClientId: options.clientId ?? 'client' };
  const senders = async () => (await world.database()).getAll('senders');
  return { world, requests, opened, senders };
}

/** Where Google sends the window back to, with our state. */
export function redirected(url: URL, params: Record<string, string>): SignedIn {
  const state = url.searchParams.get('state') ?? '';
  return { kind: 'redirected', url: `${REDIRECT}?${new URLSearchParams({ state, ...params })}` };
}
