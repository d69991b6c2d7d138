import { describe, expect, it } from 'vitest';
import { json } from '@/test/support/scripted-fetch';
import { aMailbox, aMessage, BUSY, NOT_FOUND } from '@/test/support/scripted-gmail';

const { signal } = new AbortController();

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
