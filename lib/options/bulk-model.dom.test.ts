import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Note } from '@/components/options/note';
import type { BulkOutcome } from '@/lib/domain/enrollment/bulk';
import type { BulkProgress } from '@/lib/rpc/bulk-views';
import { enrollmentId, NOW } from '@/test/support/builders';
import { fakeMemory, fakeRpc } from '@/test/support/options-world';
import { createBulkModel } from './bulk-model';

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

const IDS = ['a', 'b', 'c'].map(enrollmentId);
const CHANGED: BulkOutcome = { kind: 'changed' };

/** A worker that has done so many of three; `outcomes` tell what became of each. */
function progress(outcomes: readonly BulkOutcome[], state: BulkProgress['state'] = 'running') {
  const rows = IDS.map((name, index) => {
    const outcome = outcomes[index];
    return outcome === undefined ? { name } : { name, outcome };
  });
  return { runId: 'run', action: 'pause', state, total: 3, done: outcomes.length, rows } as const;
}

function aBulk(memory = fakeMemory()) {
  const worker = { progress: progress([]) as BulkProgress | null };
  const notes: Note[] = [];
  const changed = vi.fn(async () => undefined);
  const { rpc, calls } = fakeRpc({
    'bulk.change': async () => ({ kind: 'started', runId: 'run' }),
    'bulk.restore': async () => ({ kind: 'started', runId: 'back' }),
    'bulk.status': async ({ runId }) => worker.progress && { ...worker.progress, runId },
  });
  const stop = new AbortController();
  const bulk = createBulkModel({
    rpc,
    memory,
    clock: { now: () => Date.now() },
    say: (note) => void notes.push(note),
    changed,
  });
  bulk.start(stop.signal);
  return { bulk, worker, notes, calls, changed, stop, memory };
}

const later = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('a change of many', () => {
  test('is followed until it is over, then says what came of each', async () => {
    const { bulk, worker, changed } = aBulk();
    await bulk.change('pause', IDS);
    worker.progress = progress([CHANGED]);
    await later(600);
    const halfWay = bulk.view.value;

    worker.progress = progress([CHANGED, { kind: 'unchanged' }, CHANGED], 'finished');
    await later(600);

    expect(halfWay).toMatchObject({ state: 'running', done: 1, total: 3 });
    expect(bulk.view.value).toMatchObject({ state: 'finished', changed: 2, unchanged: 1 });
    expect(bulk.running.value).toBe(false);
    expect(changed).toHaveBeenCalled();
  });

  test('that is over is asked about no more', async () => {
    const { bulk, worker, calls } = aBulk();
    worker.progress = progress([CHANGED, CHANGED, CHANGED], 'finished');
    await bulk.change('pause', IDS);
    const asked = calls.length;

    await later(60_000);

    expect(calls).toHaveLength(asked);
  });

  test('ends with the page', async () => {
    const { bulk, calls, stop } = aBulk();
    await bulk.change('pause', IDS);
    stop.abort();
    const asked = calls.length;

    await later(5_000);

    expect(calls).toHaveLength(asked);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('canceled half-way tells what was not begun', async () => {
    const { bulk, worker, calls } = aBulk();
    await bulk.change('unenroll', IDS);
    const canceled: BulkOutcome = { kind: 'canceled' };
    worker.progress = progress([CHANGED, canceled, canceled], 'canceled');

    await bulk.cancel();

    expect(calls.map(([name]) => name)).toContain('bulk.cancel');
    expect(bulk.view.value).toMatchObject({ state: 'canceled', changed: 1, canceled: 2 });
  });

  test('goes on to be shown after a reload', async () => {
    const { bulk, memory } = aBulk();
    await bulk.change('pause', IDS);

    const after = aBulk(memory);
    after.worker.progress = progress([CHANGED, CHANGED]);
    await later(600);

    expect(after.bulk.view.value).toMatchObject({ action: 'pause', done: 2, total: 3 });
  });

  test('that nobody knows any more is shown no more', async () => {
    const { bulk, worker, memory } = aBulk();
    await bulk.change('pause', IDS);
    worker.progress = null;

    await later(600);

    expect([bulk.view.value, memory.kept.size]).toEqual([undefined, 0]);
  });

  test('a refusal is said', async () => {
    const { rpc } = fakeRpc({ 'bulk.change': async () => ({ kind: 'refused', checks: [] }) });
    const notes: Note[] = [];
    const bulk = createBulkModel({
      rpc,
      memory: fakeMemory(),
      clock: { now: () => NOW },
      say: (note) => void notes.push(note),
      changed: async () => undefined,
    });

    await bulk.change('pause', IDS);

    expect([notes[0]?.tone, bulk.view.value]).toEqual(['bad', undefined]);
  });
});

describe('Undo', () => {
  const over = async () => {
    const page = aBulk();
    page.worker.progress = progress([CHANGED, CHANGED, CHANGED], 'finished');
    await page.bulk.change('pause', IDS);
    return page;
  };

  test('is offered for ten seconds, counted down', async () => {
    const { bulk } = await over();
    const seconds = [bulk.view.value?.secondsLeft];

    await later(4_000);
    seconds.push(bulk.view.value?.secondsLeft);
    await later(7_000);

    expect([...seconds, bulk.view.value?.secondsLeft]).toEqual([10, 6, undefined]);
  });

  test('takes back the whole run and cannot itself be taken back', async () => {
    const { bulk, calls } = await over();

    await bulk.undo();

    expect(calls).toContainEqual(['bulk.restore', { runId: 'run' }]);
    expect(bulk.view.value).toMatchObject({ action: 'restore', changed: 3 });
    expect(bulk.view.value?.secondsLeft).toBeUndefined();
  });

  test('too late asks nobody', async () => {
    const { bulk, calls } = await over();
    await later(11_000);

    await bulk.undo();

    expect(calls.map(([name]) => name)).not.toContain('bulk.restore');
  });
});
