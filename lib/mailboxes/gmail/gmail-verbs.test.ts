import { describe, expect, it } from 'vitest';
import { parseEmailAddress } from '@/lib/domain/contact/email-address';
import type { Mailbox } from '@/lib/mailboxes/mailbox';
import { json, type ScriptedAnswer, scriptedFetch } from '@/test/support/scripted-fetch';
import { createGmailMailbox } from './create-gmail-mailbox';

const { signal } = new AbortController();
const NOT_FOUND = () => json(404, { error: { errors: [{ reason: 'notFound' }] } });
const BUSY = () => json(503, {});

function aMailbox(...answers: readonly ScriptedAnswer[]) {
  const { fetch, requests } = scriptedFetch(...answers);
  const token = { kind: 'ok', value: 'token' } as const;
  const mailbox: Mailbox = createGmailMailbox({
    fetch,
    tokens: { current: async () => token, renew: async () => token },
    clock: { now: () => 0 },
  });
  return {
    mailbox,
    requests,
    paths: () => requests.map((r) => `${r.method} ${r.url.pathname.slice(19)}`),
  };
}

const aMessage = (id: string, labelIds: readonly string[] = ['INBOX'], headers: object[] = []) =>
  json(200, { id, threadId: `t-${id}`, labelIds, internalDate: '1000', payload: { headers } });

// What the emulator cannot be made to do.

describe('sendDraft', () => {
  it('reports a message as sent even when its Message-ID cannot be read', async () => {
    const { mailbox } = aMailbox(json(200, { id: 'm1', threadId: 't1' }), BUSY());

    expect(await mailbox.sendDraft('d1', signal)).toEqual({
      kind: 'ok',
      value: { messageId: 'm1', threadId: 't1' },
    });
  });

  it('reports a message as sent even when the worker is told to stop right after', async () => {
    const caller = new AbortController();
    const { mailbox } = aMailbox(json(200, { id: 'm1', threadId: 't1' }), () => {
      caller.abort();
      throw caller.signal.reason;
    });

    expect(await mailbox.sendDraft('d1', caller.signal)).toMatchObject({ kind: 'ok' });
  });

  it('takes a 400 for "gone" only if the draft is gone', async () => {
    const refusal = () => json(400, { error: { errors: [{ reason: 'failedPrecondition' }] } });
    const gone = aMailbox(refusal(), NOT_FOUND());
    const there = aMailbox(refusal(), json(200, { id: 'd1' }));
    const unknown = aMailbox(refusal(), BUSY());
    const refused = { kind: 'refused', detail: 'failedPrecondition' };

    expect(await gone.mailbox.sendDraft('d1', signal)).toEqual({ kind: 'gone' });
    expect(await there.mailbox.sendDraft('d1', signal)).toEqual(refused);
    expect(await unknown.mailbox.sendDraft('d1', signal)).toEqual(refused);
  });

  it.each([
    ['a server error', BUSY, 'unavailable'],
    ['a broken connection', () => new TypeError('reset'), 'offline'],
    ['a limit', () => json(429, {}), 'throttled'],
  ])('is never repeated after %s', async (_, given, kind) => {
    const { mailbox, requests } = aMailbox(given());

    expect(await mailbox.sendDraft('d1', signal)).toEqual({ kind });
    expect(requests).toHaveLength(1);
  });
});

describe('createDraft', () => {
  it('leaves a conversation that was deleted, and does not lose the message', async () => {
    const { mailbox, requests } = aMailbox(NOT_FOUND(), json(200, { id: 'd1' }));

    const result = await mailbox.createDraft({ key: 'k', mime: 'Zażółć', threadId: 't1' }, signal);

    expect(result).toEqual({ kind: 'ok', value: { draftId: 'd1' } });
    const [first, second] = requests.map(({ body }) => JSON.parse(body).message);
    expect(first.threadId).toBe('t1');
    expect(second).toEqual({ raw: first.raw });
    expect(Buffer.from(second.raw, 'base64url').toString()).toBe('Zażółć');
  });
});

describe('findDraft', () => {
  const list = () =>
    json(200, { drafts: [1, 2].map((n) => ({ id: `d${n}`, message: { id: `m${n}` } })) });

  it('does not say "not found" when a draft could not be read', async () => {
    const { mailbox } = aMailbox(list(), aMessage('m1'), BUSY());

    expect(await mailbox.findDraft('k', signal)).toEqual({ kind: 'unavailable' });
  });

  it('passes over a draft that was sent or deleted meanwhile', async () => {
    const ours = aMessage('m2', ['DRAFT'], [{ name: 'x-sequence-overlay-KEY', value: 'k' }]);
    const { mailbox } = aMailbox(list(), NOT_FOUND(), ours);

    expect(await mailbox.findDraft('k', signal)).toEqual({ kind: 'ok', value: { draftId: 'd2' } });
  });

  it('copes with an empty list', async () => {
    const { mailbox } = aMailbox(json(200, { resultSizeEstimate: 0 }));

    expect(await mailbox.findDraft('k', signal)).toEqual({ kind: 'ok', value: undefined });
  });
});

describe('changesSince', () => {
  const added = (id: string, labelIds?: readonly string[]) => ({
    messagesAdded: [{ message: { id, threadId: 't', ...(labelIds && { labelIds }) } }],
  });
  const query = { cursor: '5', polledAt: 0 };

  it('reads a message once, leaves out what is gone, and does not read drafts and chats', async () => {
    const { mailbox, paths } = aMailbox(
      json(200, {
        historyId: '9',
        history: [
          { id: '6', ...added('m1') },
          { id: '7', ...added('m1') },
          { id: '7', ...added('typing', ['DRAFT']) },
          { id: '8', ...added('gone') },
          { id: '8', ...added('chat') },
        ],
      }),
      aMessage('m1'),
      NOT_FOUND(),
      aMessage('chat', ['CHAT']),
    );

    const result = await mailbox.changesSince(query, signal);

    expect(result).toMatchObject({ kind: 'ok', value: { cursor: '9', more: false } });
    expect(result.kind === 'ok' && result.value.messages.map((m) => m.messageId)).toEqual(['m1']);
    expect(paths()).toEqual([
      'GET history',
      'GET messages/m1',
      'GET messages/gone',
      'GET messages/chat',
    ]);
  });

  it('copes with a mailbox in which nothing happened', async () => {
    const { mailbox } = aMailbox(json(200, { historyId: '5' }));

    expect(await mailbox.changesSince(query, signal)).toMatchObject({
      kind: 'ok',
      value: { messages: [], cursor: '5', more: false },
    });
  });

  it('does not move on when a message could not be read', async () => {
    const { mailbox } = aMailbox(
      json(200, { historyId: '9', history: [{ id: '6', ...added('m1') }] }),
      BUSY(),
    );

    expect(await mailbox.changesSince(query, signal)).toEqual({ kind: 'unavailable' });
  });

  it('goes on through pages that hold nothing for us', async () => {
    const { mailbox, requests } = aMailbox(
      json(200, { historyId: '9', nextPageToken: 'p2' }),
      json(200, { historyId: '9', history: [{ id: '6', ...added('m1') }] }),
      aMessage('m1'),
    );

    const result = await mailbox.changesSince(query, signal);

    expect(result.kind === 'ok' && result.value.messages).toHaveLength(1);
    expect(requests[1]?.url.searchParams.get('pageToken')).toBe('p2');
  });

  it('keeps its place in a full read inside the cursor', async () => {
    const first = aMailbox(
      NOT_FOUND(),
      json(200, { emailAddress: 'r@example.com', historyId: '90' }),
      json(200, { messages: [{ id: 'm1' }], nextPageToken: 'a:b c' }),
      aMessage('m1'),
    );
    const part = await first.mailbox.changesSince({ cursor: '5', polledAt: 7_200_000 }, signal);
    if (part.kind !== 'ok') throw new Error(part.kind);
    const second = aMailbox(json(200, {}));

    const rest = await second.mailbox.changesSince(
      { cursor: part.value.cursor, polledAt: 0 },
      signal,
    );

    expect(part.value).toMatchObject({ more: true, resynced: true });
    expect(second.requests[0]?.url.searchParams.get('pageToken')).toBe('a:b c');
    expect(second.requests[0]?.url.searchParams.get('q')).toBe('after:3600');
    expect(rest).toMatchObject({
      kind: 'ok',
      value: { cursor: '90', more: false, resynced: true },
    });
  });
});

describe('profile', () => {
  const own = (emailAddress: string) => json(200, { emailAddress, historyId: '1' });

  it('lists the own address first, then verified aliases, with the default the rep chose', async () => {
    const sendAs = [
      {
        sendAsEmail: 'team@example.com',
        displayName: 'Team',
        isDefault: true,
        verificationStatus: 'accepted',
      },
      { sendAsEmail: 'new@example.com', verificationStatus: 'pending' },
      { sendAsEmail: 'Rita@example.com', displayName: 'Rita', isPrimary: true },
      { sendAsEmail: 'not an address', verificationStatus: 'accepted' },
    ];
    const { mailbox } = aMailbox(own('rita@example.com'), json(200, { sendAs }));

    expect(await mailbox.profile(signal)).toMatchObject({
      kind: 'ok',
      value: {
        addresses: [
          { address: 'rita@example.com', name: 'Rita', isDefault: false },
          { address: 'team@example.com', name: 'Team', isDefault: true },
        ],
      },
    });
  });

  it.each([
    ['rita@gmail.com', 350],
    ['rita@GoogleMail.com', 350],
    ['rita@notgmail.com', 1_000],
    ['rita@gmail.com.example.com', 1_000],
  ])('knows the limit of %s', async (address, dailyLimit) => {
    const { mailbox } = aMailbox(own(address), json(200, {}));

    expect(await mailbox.profile(signal)).toMatchObject({ kind: 'ok', value: { dailyLimit } });
  });

  it('goes on with the own address where a company forbids reading settings', async () => {
    const forbidden = json(403, { error: { errors: [{ reason: 'domainPolicy' }] } });
    const { mailbox } = aMailbox(own('rita@example.com'), forbidden);

    const result = await mailbox.profile(signal);

    expect(result.kind === 'ok' && result.value.addresses).toEqual([
      { address: parseEmailAddress('rita@example.com'), name: '', isDefault: true },
    ]);
  });
});
