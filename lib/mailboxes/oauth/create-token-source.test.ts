import { describe, expect, it } from 'vitest';
import { googleService } from '@/lib/mailboxes/gmail/oauth/google-service';
import { ANY_TENANT, microsoftService } from '@/lib/mailboxes/outlook/oauth/microsoft-service';
import { memoryVault } from '@/test/support/memory-vault';
import { json, type ScriptedAnswer, scriptedFetch } from '@/test/support/scripted-fetch';
import type { Authorized } from './authorize';
import { createTokenSource } from './create-token-source';
import type { OAuthService } from './oauth-service';

const { signal } = new AbortController();
const granted = (token: string, more = {}) =>
  json(200, { access_token: token, expires_in: 3_599, ...more });

async function aSource(options: {
  readonly answers: readonly ScriptedAnswer[];
  readonly access?: string;
  readonly refresh?: string;
  readonly service?: OAuthService;
  readonly again?: Authorized;
}) {
  const { fetch, requests } = scriptedFetch(...options.answers);
  const vault = memoryVault();
  if (options.access !== undefined) await vault.writeAccess('a', options.access, 3_600);
  if (options.refresh !== undefined) await vault.writeRefresh('a', options.refresh);
  const client = { id: 'client', secret: 'secret' };
  // Two sources, as two contexts have them: nothing but the vault and the lock is shared.
  const open = () =>
    createTokenSource({
      fetch,
      vault,
      locks: navigator.locks,
      account: 'a',
      service: options.service ?? googleService,
      client,
      signInSilently: async () => options.again ?? { kind: 'failed', code: 'cancelled' },
    });
  return { source: open(), other: open(), vault, requests };
}

describe('createTokenSource', () => {
  it('hands out the token it has', async () => {
    const { source, requests } = await aSource({ answers: [], access: 'known', refresh: 'r' });

    expect(await source.current(signal)).toEqual({ kind: 'ok', value: 'known' });
    expect(requests).toEqual([]);
  });

  it('refreshes when there is none, and keeps the new one', async () => {
    const { source, vault, requests } = await aSource({ answers: [granted('new')], refresh: 'r' });

    expect(await source.current(signal)).toEqual({ kind: 'ok', value: 'new' });
    expect(await vault.readAccess('a')).toBe('new');
    expect(requests[0]?.url.href).toBe('https://oauth2.googleapis.com/token');
    expect(Object.fromEntries(new URLSearchParams(requests[0]?.body))).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'r',
      client_id: 'client',
      client_secret: 'secret',
    });
  });

  it('refreshes once for all calls that were refused at the same time', async () => {
    const { source, other, requests } = await aSource({
      answers: [granted('new')],
      access: 'old',
      refresh: 'r',
    });

    const results = await Promise.all([
      source.renew('old', signal),
      other.renew('old', signal),
      source.renew('old', signal),
    ]);

    expect(results).toEqual([1, 2, 3].map(() => ({ kind: 'ok', value: 'new' })));
    expect(requests).toHaveLength(1);
  });

  it('keeps a refresh token that was replaced', async () => {
    const { source, vault } = await aSource({
      answers: [granted('new', { refresh_token: 'r2' })],
      refresh: 'r',
    });

    await source.current(signal);

    expect(await vault.readRefresh('a')).toBe('r2');
  });

  it.each<[string, ScriptedAnswer, object]>([
    ['a grant that was taken back', json(400, { error: 'invalid_grant' }), { kind: 'revoked' }],
    [
      "a company's rule to sign in again",
      json(400, { error: 'invalid_grant', error_subtype: 'invalid_rapt' }),
      { kind: 'expired' },
    ],
    ['a client that was deleted', json(401, { error: 'invalid_client' }), { kind: 'expired' }],
    ['a busy server', json(503, {}), { kind: 'unavailable' }],
    ['too many requests', json(429, { error: 'rate_limited' }), { kind: 'unavailable' }],
    ['a page instead of JSON', new Response('<html>'), { kind: 'unavailable' }],
    ['no connection', new TypeError('Failed to fetch'), { kind: 'offline' }],
  ])('names why there is no token: %s', async (_, given, expected) => {
    const { source, vault } = await aSource({ answers: [given], access: 'old', refresh: 'r' });

    expect(await source.renew('old', signal)).toEqual(expected);
    expect(await vault.readRefresh('a')).toBe('r');
  });

  describe('where the long-lived token ends every day', () => {
    const over = () =>
      json(400, {
        error: 'invalid_grant',
        error_description: 'AADSTS700084: The refresh token was issued to a single page app.',
        error_codes: [700084],
      });
    const service = microsoftService(ANY_TENANT);
    const again: Authorized = {
      kind: 'authorized',
      accessToken: 'today',
      expiresInSeconds: 3_600,
      refreshToken: 'r2',
    };

    it('signs in again without a person, and keeps both tokens', async () => {
      const { source, vault } = await aSource({ answers: [over()], refresh: 'r', service, again });

      expect(await source.current(signal)).toEqual({ kind: 'ok', value: 'today' });
      expect(await vault.readAccess('a')).toBe('today');
      expect(await vault.readRefresh('a')).toBe('r2');
    });

    it.each([
      ['cancelled', 'expired'],
      ['denied', 'expired'],
      ['offline', 'offline'],
      ['unavailable', 'unavailable'],
    ] as const)('is %s there: %s', async (code, kind) => {
      const options = { service, again: { kind: 'failed', code } as const };
      const { source } = await aSource({ answers: [over()], refresh: 'r', ...options });

      expect(await source.current(signal)).toEqual({ kind });
    });

    it('does not even ask when the permission was taken back', async () => {
      const lost = json(400, { error: 'invalid_grant', error_codes: [65001] });
      const { source } = await aSource({ answers: [lost], refresh: 'r', service, again });

      expect(await source.current(signal)).toEqual({ kind: 'revoked' });
    });
  });

  it('is expired without a refresh token', async () => {
    const { source } = await aSource({ answers: [] });

    expect(await source.current(signal)).toEqual({ kind: 'expired' });
  });
});
