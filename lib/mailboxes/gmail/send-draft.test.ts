import { describe, expect, it } from 'vitest';
import { json } from '@/test/support/scripted-fetch';
import { aMailbox, BUSY, NOT_FOUND } from '@/test/support/scripted-gmail';

const { signal } = new AbortController();

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

    expect(await mailbox.sendDraft('d1', signal)).toMatchObject({ kind });
    expect(requests).toHaveLength(1);
  });
});
