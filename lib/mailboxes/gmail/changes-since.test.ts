import { describe, expect, it } from 'vitest';
import { json } from '@/test/support/scripted-fetch';
import { aMailbox, aMessage, BUSY, NOT_FOUND } from '@/test/support/scripted-gmail';

const { signal } = new AbortController();

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
