import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PageIdentity, SiteAdapter } from '@/lib/sites/adapter';
import { genericSite } from '@/lib/sites/generic/site';
import { aBulkProgress, aBulkWorker, people } from '@/test/support/bulk-builders';
import { createBulk } from './bulk';
import { createHost } from './create-host';
import { followTicks } from './follow-ticks';
import { createPlacer } from './placer';

const page: PageIdentity = { kind: 'list', key: 'all', account: '1' };
let ticked = people(0);
const adapter: SiteAdapter = {
  ...genericSite,
  anchors: () => [
    {
      name: 'bulk-bar',
      selectors: [{ css: '#bar', seen: '2026-11', grade: 'A' }],
      insert: 'append',
    },
  ],
  selection: (document) => ({
    rows: ticked.map((person) => ({
      element: document.body,
      key: person.name,
      people: [person],
      selected: true,
    })),
  }),
};

let life: AbortController;
beforeEach(() => {
  vi.useFakeTimers();
  life = new AbortController();
  ticked = people(0);
  document.body.innerHTML = '<div id="bar"></div>';
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

function start(isRunning = false) {
  const { signal } = life;
  const recall = async () => (isRunning ? aBulkProgress() : null);
  const bulk = createBulk({
    rpc: aBulkWorker({ 'bulk.recall': recall }),
    isHidden: () => false,
    signal,
  });
  const overlayHost = createHost(document, '', signal);
  const placer = createPlacer(overlayHost, signal);
  const ticks = followTicks({ document, adapter, bulk, placer, signal });
  return { bulk, ticks, host: overlayHost.host };
}

test('the bar stands where the site keeps its own, while somebody is ticked', () => {
  const { ticks, host, bulk } = start();
  ticks.look(page);
  const before = host.isConnected;

  ticked = people(2);
  const missing = ticks.look(page);

  expect(before).toBe(false);
  expect(host.parentElement?.id).toBe('bar');
  expect(bulk.selection.value.people).toHaveLength(2);
  expect(missing).toEqual([]);
});

test('without the site’s bar it floats, and the missing place is named', () => {
  document.body.innerHTML = '';
  const { ticks, host } = start();

  ticked = people(1);
  const missing = ticks.look(page);

  expect(host.parentElement).toBe(document.body);
  expect(host.dataset['surface']).toBe('floating');
  expect(missing).toEqual(['bulk-bar']);
});

test('nothing is missing from a list in which nothing is ticked', () => {
  document.body.innerHTML = '';

  expect(start().ticks.look(page)).toEqual([]);
});

test('it leaves with the last tick and with the list', () => {
  const { ticks, host } = start();
  ticked = people(2);
  ticks.look(page);
  ticked = [];
  ticks.look(page);
  const unticked = host.isConnected;
  ticked = people(2);
  ticks.look(page);
  const again = host.isConnected;

  ticks.leave();

  expect([unticked, again, host.isConnected]).toEqual([false, true, false]);
});

test('what this tab had started floats on every page', async () => {
  const { bulk, ticks, host } = start(true);
  ticks.leave();

  await bulk.run.recall();

  expect(host.parentElement).toBe(document.body);
  expect(host.dataset['surface']).toBe('floating');
});

test('an open popover survives that its list goes', () => {
  const { bulk, ticks, host } = start();
  ticked = people(2);
  ticks.look(page);
  bulk.open();

  ticks.leave();
  document.querySelector('#bar')?.remove();

  expect(bulk.form.value.view.value.chosen).toBe(2);
  expect(host.isConnected).toBe(true);
});
