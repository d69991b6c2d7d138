import * as v from 'valibot';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { MailboxResult } from '@/lib/mailboxes/mailbox';
import { TIME_LIMIT } from '@/lib/mailboxes/send-request';
import type { TokenSource } from '@/lib/mailboxes/token-source';
import { HOUR, MINUTE } from '@/lib/time/instant';
import { json, type ScriptedAnswer, scriptedFetch } from '@/test/support/scripted-fetch';
import { gmailRequest } from './gmail-request';

const NOW = Date.UTC(2026, 10, 20, 12);
const { signal } = new AbortController();
const answer = v.object({ id: v.string() });
const request = { path: 'drafts', query: { format: 'minimal' }, answer };

function googleError(status: number, reason: string, message = '') {
  return json(status, { error: { code: status, message, errors: [{ reason }] } });
}

function tokensThat(renewed: MailboxResult<string> = { kind: 'ok', value: 'second' }) {
  const refused: string[] = [];
  const tokens: TokenSource = {
    current: async () => ({ kind: 'ok', value: 'first' }),
    renew: async (token) => {
      refused.push(token);
      return renewed;
    },
  };
  return { tokens, refused };
}

function ask(answers: readonly ScriptedAnswer[], tokens = tokensThat().tokens) {
  const { fetch, requests } = scriptedFetch(...answers);
  const result = gmailRequest({ fetch, tokens, clock: { now: () => NOW } }, request, signal);
  return { result, requests };
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('gmailRequest', () => {
  it('asks Gmail with the token and reads what it needs of the answer', async () => {
    const { result, requests } = ask([json(200, { id: 'd1', more: 1 })]);

    expect(await result).toEqual({ kind: 'ok', value: { id: 'd1' } });
    expect(requests[0]?.url.href).toBe(
      'https://gmail.googleapis.com/gmail/v1/users/me/drafts?format=minimal',
    );
    expect(requests[0]?.headers.get('authorization')).toBe('Bearer first');
  });

  it('gets one new token after a 401 and tries again with it', async () => {
    const { tokens, refused } = tokensThat();

    const { result, requests } = ask([json(401, {}), json(200, { id: 'd1' })], tokens);

    expect(await result).toMatchObject({ kind: 'ok' });
    expect(refused).toEqual(['first']);
    expect(requests.map(({ headers }) => headers.get('authorization'))).toEqual([
      'Bearer first',
      'Bearer second',
    ]);
  });

  it('takes a second 401 for a permission that was taken back, and asks no third time', async () => {
    const { result, requests } = ask([json(401, {}), json(401, {})]);

    expect(await result).toEqual({ kind: 'revoked' });
    expect(requests).toHaveLength(2);
  });

  it.each([
    'expired',
    'revoked',
    'offline',
    'unavailable',
  ] as const)('passes on that a new token is not to be had: %s', async (kind) => {
    const { result } = ask([json(401, {})], tokensThat({ kind }).tokens);

    expect(await result).toEqual({ kind });
  });

  it('asks nothing without a token', async () => {
    const tokens: TokenSource = {
      ...tokensThat().tokens,
      current: async () => ({ kind: 'expired' }),
    };

    const { result, requests } = ask([], tokens);

    expect(await result).toEqual({ kind: 'expired' });
    expect(requests).toEqual([]);
  });

  const later = NOW + 90_000;
  const FAILURES: readonly (readonly [string, ScriptedAnswer, object])[] = [
    ['404', googleError(404, 'notFound'), { kind: 'notFound' }],
    ['429', json(429, {}), { kind: 'throttled', retryAt: NOW + MINUTE }],
    [
      '429 with seconds',
      json(429, {}, { 'retry-after': '90' }),
      { kind: 'throttled', retryAt: later },
    ],
    [
      '429 with a date',
      json(429, {}, { 'retry-after': new Date(later).toUTCString() }),
      { kind: 'throttled', retryAt: later },
    ],
    [
      '429 with nonsense',
      json(429, {}, { 'retry-after': 'soon' }),
      { kind: 'throttled', retryAt: NOW + MINUTE },
    ],
    [
      "Gmail's sending limit, which names its end in the sentence",
      googleError(
        429,
        'rateLimitExceeded',
        'User-rate limit exceeded.  Retry after 2026-11-20T12:01:30.000Z (Mail sending)',
      ),
      { kind: 'throttled', retryAt: later },
    ],
    ...(
      [
        [403, 'rateLimitExceeded', MINUTE],
        [403, 'userRateLimitExceeded', MINUTE],
        [403, 'quotaExceeded', HOUR],
        [403, 'dailyLimitExceeded', HOUR],
        [429, 'userRateLimitExceeded', MINUTE],
        [429, 'dailyLimitExceeded', HOUR],
      ] as const
    ).map(
      ([status, reason, wait]) =>
        [
          `${status} ${reason}`,
          googleError(status, reason),
          { kind: 'throttled', retryAt: NOW + wait },
        ] as const,
    ),
    [
      '403 with a reason and a time of its own',
      json(403, { error: { errors: [{ reason: 'dailyLimitExceeded' }] } }, { 'retry-after': '90' }),
      { kind: 'throttled', retryAt: later },
    ],
    [
      "Gmail's sending limit without an end",
      googleError(429, 'rateLimitExceeded', 'User-rate limit exceeded. (Mail sending)'),
      { kind: 'throttled', retryAt: NOW + 2 * HOUR },
    ],
    [
      '403 insufficientPermissions',
      googleError(403, 'insufficientPermissions'),
      { kind: 'revoked' },
    ],
    [
      '403 accessNotConfigured',
      googleError(403, 'accessNotConfigured'),
      { kind: 'refused', detail: 'accessNotConfigured' },
    ],
    ['400', googleError(400, 'invalidArgument'), { kind: 'refused', detail: 'invalidArgument' }],
    [
      '400 without JSON',
      new Response('no', { status: 400 }),
      { kind: 'refused', detail: 'http400' },
    ],
    ['413', json(413, {}), { kind: 'refused', detail: 'http413' }],
    ['408', json(408, {}), { kind: 'unavailable' }],
    ['500', json(500, {}), { kind: 'unavailable' }],
    ['503 without JSON', new Response('busy', { status: 503 }), { kind: 'unavailable' }],
    ['a sign-in page of a hotel', new Response('<html>', { status: 200 }), { kind: 'unavailable' }],
    ['an answer of another shape', json(200, { id: 7 }), { kind: 'unavailable' }],
    ['no connection', new TypeError('Failed to fetch'), { kind: 'offline' }],
    [
      'a connection that breaks in the body',
      () => new Response(new ReadableStream({ start: (c) => c.error(new TypeError('reset')) })),
      { kind: 'offline' },
    ],
  ];

  it.each(FAILURES)('names what happened: %s', async (_, given, expected) => {
    expect(await ask([given]).result).toEqual(expected);
  });

  it('gives up after its time limit, and cannot say what became of the request', async () => {
    const limit = new AbortController();
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(limit.signal);
    const never: ScriptedAnswer = (_, init) =>
      new Promise((_resolve, reject) => {
        init.signal?.addEventListener('abort', () => reject(init.signal?.reason));
        limit.abort(new DOMException('too late', 'TimeoutError'));
      });

    expect(await ask([never]).result).toEqual({ kind: 'unavailable' });
    expect(timeout).toHaveBeenCalledWith(TIME_LIMIT);
  });

  it('rejects with the reason of its caller', async () => {
    const caller = new AbortController();
    const { fetch } = scriptedFetch((_, init) => {
      caller.abort('stopped');
      throw init.signal?.reason;
    });
    const access = { fetch, tokens: tokensThat().tokens, clock: { now: () => NOW } };

    await expect(gmailRequest(access, request, caller.signal)).rejects.toBe('stopped');
  });
});
