import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { recognize, startGate } from './gate';

declare global {
  interface Window {
    /** Of the test's document, which can be anywhere. */
    readonly happyDOM: { readonly setURL: (address: string) => void };
  }
}

let end: AbortController;
let requests: string[];
let taken: boolean;
let alive: boolean;
let hidden: boolean;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
  end = new AbortController();
  requests = [];
  taken = true;
  alive = true;
  hidden = false;
  document.body.innerHTML = '';
});

afterEach(() => {
  end.abort();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

async function start(address: string) {
  goTo(address);
  startGate({
    document,
    request: async (site) => {
      requests.push(site);
      return taken;
    },
    isAlive: () => alive,
    signal: end.signal,
  });
  await vi.advanceTimersByTimeAsync(1);
}

function goTo(address: string) {
  window.happyDOM.setURL(address);
}

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1_000);

test('a page of ours is asked for once, and then the gate is gone', async () => {
  await start('https://app.hubspot.com/contacts/4711/record/0-1/51');
  await seconds(60);

  expect(requests).toEqual(['hubspot']);
  expect(vi.getTimerCount()).toBe(0);
});

test('a page that becomes ours without a load is noticed', async () => {
  await start('https://app.hubspot.com/contacts/4711/record/0-2/7');
  await seconds(5);
  const before = [...requests];
  goTo('https://app.hubspot.com/contacts/4711/record/0-1/51');
  await seconds(1);

  expect(before).toEqual([]);
  expect(requests).toEqual(['hubspot']);
});

test('on another site the overlay waits until somebody is on the page', async () => {
  await start('https://www.example.com/team');
  await seconds(3);
  const before = [...requests];
  document.body.innerHTML = '<a href="mailto:ada@example.com">Ada</a>';
  await seconds(1);

  expect(before).toEqual([]);
  expect(requests).toEqual(['generic']);
});

test('a worker that does not answer is asked a few times for each address, not for ever', async () => {
  taken = false;
  await start('https://mail.google.com/mail/u/0/#inbox');
  await seconds(60);
  const first = requests.length;
  goTo('https://mail.google.com/mail/u/0/#sent');
  await seconds(60);

  expect(first).toBe(5);
  expect(requests).toHaveLength(10);
});

test('a tab in the background waits until it is looked at', async () => {
  hidden = true;
  await start('https://mail.google.com/mail/u/0/#inbox');
  await seconds(5);
  const before = [...requests];
  hidden = false;
  document.dispatchEvent(new Event('visibilitychange'));
  await seconds(0);

  expect(before).toEqual([]);
  expect(requests).toEqual(['gmail']);
});

test('without its extension the gate goes quiet', async () => {
  alive = false;
  await start('https://mail.google.com/mail/u/0/#inbox');
  await seconds(5);

  expect(requests).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

test('a gate that is ended asks nobody any more', async () => {
  await start('https://www.example.com/team');
  end.abort();
  document.body.innerHTML = '<a href="mailto:ada@example.com">Ada</a>';
  document.dispatchEvent(new Event('visibilitychange'));
  await seconds(5);

  expect(requests).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

test.each([
  ['https://mail.google.com/mail/u/0/#settings/general', undefined],
  ['https://www.hubspot.com/contacts/4711/record/0-1/51', undefined],
  ['http://www.example.com/team', undefined],
  ['https://www.example.com/team', 'generic'],
  ['https://app-eu1.hubspot.com/contacts/4711/objects/0-1/views/all/list', 'hubspot'],
])('%s is recognized as %s', (address, site) => {
  // On a known host only its own adapter speaks, whatever links are there.
  document.body.innerHTML = '<a href="mailto:ada@example.com">Ada</a>';

  expect(recognize(new URL(address), document)).toBe(site);
});

test('a page that hides the methods of its document is not recognized and does not break', () => {
  const clobbered = Object.create(document, { querySelectorAll: { value: document.body } });

  expect(recognize(new URL('https://www.example.com/'), clobbered)).toBeUndefined();
});
