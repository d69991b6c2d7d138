// Long because every way in which a page can move or change has its own test.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SiteAdapter } from './adapter';
import { genericSite } from './generic/site';
import { toPerson } from './to-person';
import { type PageChange, watchPage } from './watch-page';

const SETTLE_MS = 300;
const FRAME_MS = 20;

/** Records live at `#/1`, lists at `#/list`; who is shown is the text of `.name`. */
const adapter: SiteAdapter = {
  ...genericSite,
  kind: 'crm',
  settleMs: SETTLE_MS,
  identify: (url) => {
    const [, recordId] = /^#\/(\w+)$/.exec(url.hash) ?? [];
    if (recordId === undefined) return undefined;
    if (recordId === 'list') return { kind: 'list', key: 'list', account: '1' };
    const ref = { site: 'test', account: '1', recordId };
    return { kind: 'record', key: recordId, account: '1', ref };
  },
  read: (document, page) => ({
    people: [...document.querySelectorAll('.name')].flatMap(
      (node) => toPerson({ ref: page.ref, name: node.textContent, emails: [] }) ?? [],
    ),
    drift: [],
  }),
  watch: '.name, .row',
};

let end: AbortController;
let seen: string[];

beforeEach(() => {
  vi.useFakeTimers({
    toFake: [
      'setTimeout',
      'clearTimeout',
      'setInterval',
      'clearInterval',
      'requestAnimationFrame',
      'cancelAnimationFrame',
    ],
  });
  end = new AbortController();
  seen = [];
  document.body.innerHTML = '<p class="name">Ada</p>';
  history.replaceState(null, '', '#/1');
});

afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

const describeChange = (change: PageChange) =>
  [change.kind, 'page' in change ? change.page?.key : undefined].filter(Boolean).join(' ');

async function start() {
  watchPage({
    document,
    adapter,
    onChange: (change) => seen.push(describeChange(change)),
    signal: end.signal,
  });
  await pass(FRAME_MS);
}

/** Lets mutation records be delivered, then time pass. */
async function pass(ms: number) {
  await vi.advanceTimersByTimeAsync(ms);
}

const add = (html: string, to: Element = document.body) => to.insertAdjacentHTML('beforeend', html);

test('the page as it is comes first', async () => {
  await start();

  expect(seen).toEqual(['arrived 1']);
});

test('a move without any event is noticed within a second, and the page is left to settle', async () => {
  await start();
  history.pushState(null, '', '#/2');
  await pass(1_000);
  const left = [...seen];
  document.querySelector('.name')?.replaceChildren('Ben');
  await pass(SETTLE_MS + FRAME_MS);

  expect(left).toEqual(['arrived 1', 'left']);
  expect(seen).toEqual(['arrived 1', 'left', 'arrived 2']);
});

test('a move that shows in the document is noticed with it', async () => {
  await start();
  history.pushState(null, '', '#/2');
  add('<div>spinner</div>');
  await pass(1);

  expect(seen).toEqual(['arrived 1', 'left']);
});

test('an address that names the same thing is no move', async () => {
  await start();
  history.pushState(null, '', '?tab=notes#/1');
  await pass(2_000);

  expect(seen).toEqual(['arrived 1']);
});

test('a page that we do not know is arrived at without an identity', async () => {
  await start();
  history.pushState(null, '', '#settings');
  await pass(1_000 + SETTLE_MS);
  add('<p class="name">Ben</p>');
  await pass(FRAME_MS);

  expect(seen).toEqual(['arrived 1', 'left', 'arrived']);
});

test('a slow site does not lend the person of the record before to the next one', async () => {
  await start();
  history.pushState(null, '', '#/2');
  await pass(1_000 + SETTLE_MS + 1_500);
  const early = [...seen];
  document.querySelector('.name')?.replaceChildren('Ben');
  await pass(400);

  expect(early).toEqual(['arrived 1', 'left']);
  expect(seen).toEqual(['arrived 1', 'left', 'arrived 2']);
});

test('two records that show the same are believed in the end', async () => {
  await start();
  history.pushState(null, '', '#/2');
  await pass(1_000 + SETTLE_MS + 3_500);

  expect(seen).toEqual(['arrived 1', 'left', 'arrived 2']);
});

test('three moves in one go are one arrival, at the last', async () => {
  await start();
  for (const id of ['2', '3', '4']) {
    history.pushState(null, '', `#/${id}`);
    window.dispatchEvent(new Event('popstate'));
    await pass(50);
  }
  document.querySelector('.name')?.replaceChildren('Dana');
  await pass(SETTLE_MS);

  expect(seen).toEqual(['arrived 1', 'left', 'left', 'left', 'arrived 4']);
});

test.each([
  ['added', () => add('<p class="name">Ben</p>')],
  ['added inside something', () => add('<div><i><p class="name">Ben</p></i></div>')],
  ['removed', () => document.querySelector('.name')?.remove()],
  ['rewritten', () => document.querySelector('.name')?.replaceChildren('Ben')],
])('what matters and is %s is one change', async (_, act) => {
  await start();
  act();
  await pass(FRAME_MS);

  expect(seen).toEqual(['arrived 1', 'changed 1']);
});

test('what does not matter is none', async () => {
  await start();
  add('<div class="advert"><b>Buy</b></div>');
  await pass(FRAME_MS);

  expect(seen).toEqual(['arrived 1']);
});

test('a hundred changes in one frame are one', async () => {
  await start();
  for (let at = 0; at < 100; at += 1) {
    add(`<p class="name">${at}</p>`);
    await Promise.resolve();
  }
  await pass(FRAME_MS);

  expect(seen).toEqual(['arrived 1', 'changed 1']);
});

test('a burst of thousands of records is answered once, without looking at each', async () => {
  await start();
  const matches = vi.spyOn(Element.prototype, 'matches');
  for (let at = 0; at < 3_000; at += 1) document.body.append(document.createElement('i'));
  await pass(FRAME_MS);

  expect(seen).toEqual(['arrived 1', 'changed 1']);
  expect(matches).not.toHaveBeenCalled();
  matches.mockRestore();
});

test('our own element may come, move and change, and only its loss is a change', async () => {
  await start();
  const host = document.createElement('sequence-overlay');
  document.querySelector('.name')?.append(host);
  await pass(FRAME_MS);
  document.body.append(host);
  await pass(FRAME_MS);
  const before = [...seen];
  host.remove();
  await pass(FRAME_MS);

  expect(before).toEqual(['arrived 1']);
  expect(seen).toEqual(['arrived 1', 'changed 1']);
});

test('our element lost with a part of the page that does not matter is a change', async () => {
  add('<header id="bar"></header>');
  await start();
  document.querySelector('#bar')?.append(document.createElement('sequence-overlay'));
  await pass(FRAME_MS);
  document.querySelector('#bar')?.remove();
  await pass(FRAME_MS);

  expect(seen).toEqual(['arrived 1', 'changed 1']);
});

test('a click in a list may have ticked a row, a click on a record has not', async () => {
  await start();
  document.body.click();
  await pass(FRAME_MS);
  history.pushState(null, '', '#/list');
  await pass(1_000 + SETTLE_MS);
  document.body.click();
  await pass(FRAME_MS);

  expect(seen).toEqual(['arrived 1', 'left', 'arrived list', 'changed list']);
});

test('after the end nothing is told and nothing is left running', async () => {
  await start();
  history.pushState(null, '', '#/2');
  window.dispatchEvent(new Event('popstate'));
  add('<p class="name">Ben</p>');
  end.abort();
  await pass(10_000);
  history.pushState(null, '', '#/3');
  window.dispatchEvent(new Event('popstate'));
  await pass(10_000);

  expect(seen).toEqual(['arrived 1', 'left']);
  expect(vi.getTimerCount()).toBe(0);
});
