import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { RpcFailure } from '@/lib/rpc/failure';
import { NOW } from '@/test/support/builders';
import {
  aBulkPreview,
  aBulkRow,
  aBulkWorker,
  BLOCK,
  people,
  WARNING,
} from '@/test/support/bulk-builders';
import { aCheck } from '@/test/support/overlay-builders';
import type { BulkRpc } from './bulk';
import { createBulkForm } from './bulk-form';

let life: AbortController;
beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

const settle = () => vi.advanceTimersByTimeAsync(400);

async function opened(count: number, overrides: Partial<BulkRpc> = {}) {
  const form = createBulkForm({ rpc: aBulkWorker(overrides), signal: life.signal });
  form.setChosen({ people: people(count) });
  await settle();
  return form;
}

/** The second needs a look, the third is blocked, the others are ready. */
const MIXED: BulkRpc['bulk.preview'] = async ({ people: asked }) =>
  aBulkPreview({
    rows: asked.map(({ name }) =>
      aBulkRow({
        name,
        checks: name === 'Person 2' ? [WARNING] : name === 'Person 3' ? [BLOCK, WARNING] : [],
      }),
    ),
    warnings: ['coldLead'],
  });

describe('starting', () => {
  test('sends everybody with what is on screen, and no warning that was not accepted', async () => {
    const start = vi.fn(aBulkWorker()['bulk.start']);
    const form = await opened(3, { 'bulk.preview': MIXED, 'bulk.start': start });
    form.fill('opener', 'Nice talk');
    await settle();

    const runId = await form.start();

    expect(runId).toBe('run-1');
    expect(start.mock.calls[0]?.[0]).toMatchObject({
      people: people(3),
      choices: {
        sequenceId: 'sequence-1',
        senderId: 'sender-1',
        from: 'rep@example.com',
        placeholders: { opener: 'Nice talk' },
        accepted: [],
        confirmed: undefined,
      },
    });
  });

  test('accepts the warnings that were shown once the person says so', async () => {
    const preview = vi.fn(MIXED);
    const start = vi.fn(aBulkWorker()['bulk.start']);
    const form = await opened(3, { 'bulk.preview': preview, 'bulk.start': start });

    form.acceptWarned(true);
    await settle();
    await form.start();

    expect(form.view.value.enrolls).toBe(2);
    expect(preview.mock.lastCall?.[0].choices.accepted).toEqual(['coldLead']);
    expect(start.mock.calls[0]?.[0].choices.accepted).toEqual(['coldLead']);
  });

  test('does nothing while a newer answer is on its way, or when nobody can be enrolled', async () => {
    const start = vi.fn(aBulkWorker()['bulk.start']);
    const form = await opened(1, {
      'bulk.preview': async () => aBulkPreview({ rows: [aBulkRow({ checks: [BLOCK] })] }),
      'bulk.start': start,
    });
    const blocked = await form.start();
    form.setChosen({ people: people(2) });
    const early = await form.start();

    expect([blocked, early]).toEqual([undefined, undefined]);
    expect(start).not.toHaveBeenCalled();
  });

  test('asks once more before many, and sends how many were confirmed', async () => {
    const start = vi.fn(aBulkWorker()['bulk.start']);
    const form = await opened(2, {
      'bulk.preview': async () => aBulkPreview({ confirm: 'say', rows: [aBulkRow(), aBulkRow()] }),
      'bulk.start': start,
    });

    const first = await form.start();
    const isAsked = form.view.value.isConfirming;
    const second = await form.start();

    expect([first, isAsked, second]).toEqual([undefined, true, 'run-1']);
    expect(start).toHaveBeenCalledOnce();
    expect(start.mock.calls[0]?.[0].choices).toMatchObject({
      confirmed: 2,
      accepted: ['bulkSize'],
    });
  });

  test.each([
    '',
    '1',
    '20',
    'two',
  ])('very many need the number itself, and not "%s"', async (text) => {
    const start = vi.fn(aBulkWorker()['bulk.start']);
    const form = await opened(2, {
      'bulk.preview': async () => aBulkPreview({ confirm: 'type', rows: [aBulkRow(), aBulkRow()] }),
      'bulk.start': start,
    });
    await form.start();

    form.type(text);
    const wrong = await form.start();
    form.type('2');
    const right = await form.start();

    expect([wrong, right]).toEqual([undefined, 'run-1']);
    expect(start).toHaveBeenCalledOnce();
  });

  test('a change of who is meant asks for the confirmation again', async () => {
    const form = await opened(2, {
      'bulk.preview': async ({ people: asked }) =>
        aBulkPreview({ confirm: 'say', rows: asked.map(() => aBulkRow()) }),
    });
    await form.start();

    form.setChosen({ people: people(3) });

    expect(form.view.value.isConfirming).toBe(false);
  });

  test('a refusal names its checks and keeps the form', async () => {
    const refused = aCheck('sequenceNotPaused', {
      result: 'block',
      reason: 'paused',
      params: { sequence: 'Introduction' },
    });
    const form = await opened(1, {
      'bulk.start': async () => ({ kind: 'refused', checks: [aCheck('hasAddress'), refused] }),
    });

    const runId = await form.start();

    expect(runId).toBeUndefined();
    expect(form.view.value).toMatchObject({ refused: [refused], isStarting: false });
  });

  test('is asked once, however often the button is hit', async () => {
    const start = vi.fn(aBulkWorker()['bulk.start']);
    const form = await opened(1, { 'bulk.start': start });

    await Promise.all([form.start(), form.start(), form.start()]);

    expect(start).toHaveBeenCalledOnce();
  });

  test('says when the worker cannot be reached', async () => {
    const form = await opened(1, {
      'bulk.start': async () => {
        throw new RpcFailure('internal');
      },
    });

    await form.start();

    expect(form.view.value).toMatchObject({ failure: 'internal', isStarting: false });
  });
});
