import { describe, expect, it } from 'vitest';
import { googleService, SCOPES } from '@/lib/mailboxes/gmail/oauth/google-service';
import type { Identity, SignedIn } from '@/lib/platform/identity';
import { json, type ScriptedAnswer, scriptedFetch } from '@/test/support/scripted-fetch';
import { authorize } from './authorize';

const { signal } = new AbortController();
const REDIRECT = 'https://extension.chromiumapp.org/';
const grant = {
  access_token: 'at',
  refresh_token: 'rt',
  expires_in: 3_599,
  scope: SCOPES.join(' '),
};

/** A sign-in window that answers with these parameters, our state added. */
function answeringWith(params: Record<string, string>) {
  return (url: string): SignedIn => {
    const state = new URL(url).searchParams.get('state') ?? '';
    return { kind: 'redirected', url: `${REDIRECT}?${new URLSearchParams({ state, ...params })}` };
  };
}

async function signIn(
  window: (url: string) => SignedIn,
  {
    answers = [],
    loginHint,
  }: { readonly answers?: readonly ScriptedAnswer[]; readonly loginHint?: string } = {},
) {
  const opened: URL[] = [];
  const identity: Identity = {
    redirectUri: () => REDIRECT,
    signIn: async (url) => {
      opened.push(new URL(url));
      return window(url);
    },
  };
  const { fetch, requests } = scriptedFetch(...answers);
  const result = await authorize(
    { fetch, identity, crypto },
    {
      service: googleService,
      client: { id: 'client' },
      ...(loginHint !== undefined && { loginHint }),
    },
    signal,
  );
  return { result, requests, params: opened[0]?.searchParams };
}

const withCode = answeringWith({ code: 'c' });

describe('authorize', () => {
  it('asks for exactly our permissions, offline, with a challenge', async () => {
    const { params, result } = await signIn(withCode, {
      answers: [json(200, grant)],
      loginHint: 'rita@example.com',
    });

    expect(result).toMatchObject({ kind: 'authorized', refreshToken: 'rt', accessToken: 'at' });
    expect(Object.fromEntries(params ?? [])).toMatchObject({
      client_id: 'client',
      redirect_uri: REDIRECT,
      response_type: 'code',
      access_type: 'offline',
      prompt: 'consent',
      code_challenge_method: 'S256',
      login_hint: 'rita@example.com',
      scope:
        'https://www.googleapis.com/auth/gmail.compose https://www.googleapis.com/auth/gmail.readonly https://www.googleapis.com/auth/calendar.events.readonly',
    });
    expect(params?.get('code_challenge')).toMatch(/^[\w-]{43}$/);
  });

  it('sends the verifier that belongs to its challenge, and no secret it does not have', async () => {
    const { params, requests } = await signIn(withCode, { answers: [json(200, grant)] });

    const form = new URLSearchParams(requests[0]?.body);
    const verifier = form.get('code_verifier') ?? '';
    const digest = await crypto.subtle.digest('SHA-256', Buffer.from(verifier));
    expect(Buffer.from(digest).toString('base64url')).toBe(params?.get('code_challenge'));
    expect(form.get('code')).toBe('c');
    expect(form.has('client_secret')).toBe(false);
  });

  it('does without the calendar when the rep leaves it out', async () => {
    const { result } = await signIn(withCode, { answers: [json(200, grant)] });

    expect(grant.scope).not.toContain('calendar');
    expect(result.kind).toBe('authorized');
  });

  it('makes a new state and challenge each time', async () => {
    const once = await signIn(() => ({ kind: 'cancelled' }));
    const again = await signIn(() => ({ kind: 'cancelled' }));

    for (const name of ['state', 'code_challenge']) {
      expect(once.params?.get(name)).not.toBe(again.params?.get(name));
    }
  });

  it.each<[string, (url: string) => SignedIn, string]>([
    ['a closed window', () => ({ kind: 'cancelled' }), 'cancelled'],
    ['a page that does not load', () => ({ kind: 'offline' }), 'offline'],
    ['a person who says no', answeringWith({ error: 'access_denied' }), 'denied'],
    ['a company that says no', answeringWith({ error: 'admin_policy_enforced' }), 'denied'],
    ['an unknown client', answeringWith({ error: 'unauthorized_client' }), 'badClient'],
    ['a server that is down', answeringWith({ error: 'temporarily_unavailable' }), 'unavailable'],
    ['another state', answeringWith({ code: 'c', state: 'theirs' }), 'unavailable'],
    ['no code', answeringWith({}), 'unavailable'],
    ['no URL at all', () => ({ kind: 'redirected', url: 'nonsense' }), 'unavailable'],
  ])('names what went wrong in the window: %s', async (_, window, code) => {
    const { result, requests } = await signIn(window);

    expect(result).toEqual({ kind: 'failed', code });
    expect(requests).toEqual([]);
  });

  it.each<[string, ScriptedAnswer, string]>([
    [
      'a missing secret',
      json(400, { error: 'invalid_request', error_description: 'client_secret is missing.' }),
      'badClient',
    ],
    ['a wrong secret', json(401, { error: 'invalid_client' }), 'badClient'],
    ['a wrong redirect address', json(400, { error: 'redirect_uri_mismatch' }), 'badClient'],
    ['a code that was used', json(400, { error: 'invalid_grant' }), 'unavailable'],
    ['a busy server', json(503, {}), 'unavailable'],
    ['no connection', new TypeError('Failed to fetch'), 'offline'],
    ['one permission unticked', json(200, { ...grant, scope: SCOPES[0] }), 'missingScope'],
    ['no refresh token', json(200, { ...grant, refresh_token: undefined }), 'unavailable'],
  ])('names what went wrong with the code: %s', async (_, answer, code) => {
    const { result } = await signIn(withCode, { answers: [answer] });

    expect(result).toEqual({ kind: 'failed', code });
  });
});
