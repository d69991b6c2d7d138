import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PageIdentity, SiteAdapter } from '@/lib/sites/adapter';
import { aPerson, aWorker } from '@/test/support/overlay-builders';
import { createHost } from './create-host';
import { followPage } from './follow-page';
import { createOverlayModel, type OverlayRpc } from './model';
import { createPlacer } from './placer';

let life: AbortController;
beforeEach(() => {
  vi.useFakeTimers();
  life = new AbortController();
  window.location.href = 'https://app.example.com/contacts/1?q=secret';
  document.body.innerHTML = '<main><h1>Ada</h1></main>';
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

function follow(kind: PageIdentity['kind'], people = [aPerson()]) {
  const visits: Parameters<OverlayRpc['page.visited']>[0][] = [];
  const rpc = aWorker({ 'page.visited': async (visit) => void visits.push(visit) });
  const adapter: SiteAdapter = {
    id: 'test',
    kind: 'crm',
    settleMs: 0,
    identify: ({ pathname }) => ({ kind, key: pathname, account: '1' }),
    read: () => ({ people, drift: [] }),
    anchors: () => [],
    rows: () => [],
    selection: () => ({ rows: [] }),
    rowOf: () => undefined,
    watch: 'h1',
  };
  const overlayHost = createHost(document, '', life.signal);
  followPage({
    document,
    adapter,
    rpc,
    model: createOverlayModel({ rpc, clock: { now: () => 0 }, signal: life.signal }),
    placer: createPlacer(overlayHost, life.signal),
    ticks: { look: () => [], leave: () => undefined },
    overlayHost,
    signal: life.signal,
  });
  return visits;
}

test('an opened record is told as a visit, without what its address hides', async () => {
  const visits = follow('record');

  await vi.advanceTimersByTimeAsync(10_000);

  expect(visits).toEqual([{ person: aPerson(), site: 'test', url: 'app.example.com/contacts/1' }]);
});

test('the next record is another visit', async () => {
  const visits = follow('record');
  await vi.advanceTimersByTimeAsync(10_000);

  window.history.pushState({}, '', '/contacts/2');
  await vi.advanceTimersByTimeAsync(20_000);

  expect(visits.map(({ url }) => url)).toEqual([
    'app.example.com/contacts/1',
    'app.example.com/contacts/2',
  ]);
});

test('nobody in a list is visited', async () => {
  const visits = follow('list');

  await vi.advanceTimersByTimeAsync(10_000);

  expect(visits).toEqual([]);
});
