import { describe, expect, it } from 'vitest';
import { aMessage as anEmail } from '@/test/support/outgoing-messages';
import { json } from '@/test/support/scripted-fetch';
import { aMailbox, NOT_FOUND } from '@/test/support/scripted-gmail';

const { signal } = new AbortController();

describe('createDraft', () => {
  it('leaves a conversation that was deleted, and does not lose the message', async () => {
    const { mailbox, requests } = aMailbox(NOT_FOUND(), json(200, { id: 'd1' }));

    const result = await mailbox.createDraft(
      { key: 'k', mime: 'Zażółć', email: anEmail(), threadId: 't1' },
      signal,
    );

    expect(result).toEqual({ kind: 'ok', value: { draftId: 'd1' } });
    const [first, second] = requests.map(({ body }) => JSON.parse(body).message);
    expect(first.threadId).toBe('t1');
    expect(second).toEqual({ raw: first.raw });
    expect(Buffer.from(second.raw, 'base64url').toString()).toBe('Zażółć');
  });

  it('does not name a conversation of another provider', async () => {
    const { mailbox, requests } = aMailbox(json(200, { id: 'd1' }));

    await mailbox.createDraft(
      { key: 'k', mime: 'x', email: anEmail(), threadId: 'AAQkAGI1+/x=' },
      signal,
    );

    expect(JSON.parse(requests[0]?.body ?? '').message).not.toHaveProperty('threadId');
  });
});
