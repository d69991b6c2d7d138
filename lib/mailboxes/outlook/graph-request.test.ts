import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '@/lib/time/instant';
import { json, type ScriptedAnswer, scriptedFetch } from '@/test/support/scripted-fetch';
import { graphRequest } from './graph-request';

const NOW = Date.UTC(2026, 10, 20, 12);
const { signal } = new AbortController();
const answer = v.object({ id: v.string() });

function ask(given: readonly ScriptedAnswer[], more: object = {}) {
  const { fetch, requests } = scriptedFetch(...given);
  const token = (value: string) => ({ kind: 'ok', value }) as const;
  const tokens = { current: async () => token('first'), renew: async () => token('second') };
  const access = { fetch, tokens, clock: { now: () => NOW } };
  const request = { path: '/messages/m1', query: { $select: 'id' }, answer, ...more };
  return { result: graphRequest(access, request, signal), requests };
}

const error = (status: number, code: string, headers: Record<string, string> = {}) =>
  json(status, { error: { code, message: 'in other words' } }, headers);

describe('graphRequest', () => {
  it('asks Graph with the token, for ids that stay', async () => {
    const { result, requests } = ask([json(200, { id: 'm1' })], { prefer: 'odata.maxpagesize=5' });

    expect(await result).toEqual({ kind: 'ok', value: { id: 'm1' } });
    expect(requests[0]?.url.href).toBe(
      'https://graph.microsoft.com/v1.0/me/messages/m1?%24select=id',
    );
    expect(requests[0]?.headers.get('prefer')).toBe('IdType="ImmutableId", odata.maxpagesize=5');
    expect(requests[0]?.headers.get('authorization')).toBe('Bearer first');
  });

  it('gets one new token after a 401, and asks no third time', async () => {
    const { result, requests } = ask([json(401, {}), json(401, {})]);

    expect(await result).toEqual({ kind: 'revoked' });
    expect(requests.map(({ headers }) => headers.get('authorization'))).toEqual([
      'Bearer first',
      'Bearer second',
    ]);
  });

  it('hands its token to nobody else, whatever a link says', async () => {
    const { result, requests } = ask([], { path: 'https://graph.example.com/v1.0/me/messages' });

    expect(await result).toEqual({ kind: 'stateLost' });
    expect(requests).toEqual([]);
  });

  it.each<[string, ScriptedAnswer, object]>([
    ['404', error(404, 'ErrorItemNotFound'), { kind: 'notFound' }],
    ['an id that is none', error(400, 'ErrorInvalidIdMalformed'), { kind: 'notFound' }],
    ['410', error(410, 'SyncStateNotFound'), { kind: 'stateLost' }],
    ['a lost state as 400', error(400, 'SyncStateInvalid'), { kind: 'stateLost' }],
    ['a call to start again', error(400, 'resyncRequired'), { kind: 'stateLost' }],
    ['429', error(429, 'TooManyRequests'), { kind: 'throttled', retryAt: NOW + MINUTE }],
    [
      '429 with a time',
      error(429, 'ApplicationThrottled', { 'retry-after': '7' }),
      { kind: 'throttled', retryAt: NOW + 7_000 },
    ],
    [
      'the mail of a day used up',
      error(403, 'ErrorExceededMessageLimit'),
      { kind: 'throttled', retryAt: NOW + HOUR },
    ],
    ['a permission taken back', error(403, 'ErrorAccessDenied'), { kind: 'revoked' }],
    [
      'an address that may not send',
      error(403, 'ErrorSendAsDenied'),
      { kind: 'refused', detail: 'ErrorSendAsDenied' },
    ],
    [
      'an account without a mailbox',
      error(403, 'MailboxNotEnabledForRESTAPI'),
      { kind: 'refused', detail: 'MailboxNotEnabledForRESTAPI' },
    ],
    [
      '400 without JSON',
      new Response('no', { status: 400 }),
      { kind: 'refused', detail: 'http400' },
    ],
    ['409', error(409, 'ErrorIrresolvableConflict'), { kind: 'unavailable' }],
    ['500', error(500, 'InternalServerError'), { kind: 'unavailable' }],
    [
      '503 with a time',
      error(503, 'ErrorServerBusy', { 'retry-after': '120' }),
      { kind: 'unavailable', retryAt: NOW + 2 * MINUTE },
    ],
    ['504', new Response('', { status: 504 }), { kind: 'unavailable' }],
    ['a sign-in page of a hotel', new Response('<html>'), { kind: 'unavailable' }],
    ['no connection', new TypeError('Failed to fetch'), { kind: 'offline' }],
  ])('names what happened: %s', async (_, given, expected) => {
    expect(await ask([given]).result).toEqual(expected);
  });
});
