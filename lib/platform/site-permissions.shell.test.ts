import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createSitePermissions } from './site-permissions';

type Listener = (permissions: { origins?: string[] }) => void;

/** A browser that grants what it is asked for and tells its listeners, as Chromium does. */
function aBrowser() {
  const origins = new Set<string>();
  const added = new Set<Listener>();
  const removed = new Set<Listener>();
  const event = (listeners: Set<Listener>) => ({
    addListener: (listener: Listener) => listeners.add(listener),
    removeListener: (listener: Listener) => listeners.delete(listener),
  });
  Object.assign(fakeBrowser, {
    permissions: {
      getAll: async () => ({ permissions: ['storage'], origins: [...origins] }),
      request: async (asked: { origins: string[] }) => {
        for (const origin of asked.origins) origins.add(origin);
        for (const listener of added) listener(asked);
        return true;
      },
      remove: async (asked: { origins: string[] }) => {
        for (const origin of asked.origins) origins.delete(origin);
        for (const listener of removed) listener(asked);
        return true;
      },
      onAdded: event(added),
      onRemoved: event(removed),
    },
  });
  return { listeners: () => added.size + removed.size };
}

let world: ReturnType<typeof aBrowser>;
beforeEach(() => {
  world = aBrowser();
});

test('what was granted is what the browser says', async () => {
  const permissions = createSitePermissions();

  await permissions.request(['https://mail.google.com/*', 'https://crm.example.com/*']);
  await permissions.remove(['https://crm.example.com/*']);

  expect(await permissions.granted()).toEqual(['https://mail.google.com/*']);
});

test('the browser is asked before anything is awaited, so the click still counts', () => {
  const request = vi.spyOn(fakeBrowser.permissions, 'request');

  void createSitePermissions().request(['https://crm.example.com/*']);

  expect(request).toHaveBeenCalledWith({
    origins: ['https://crm.example.com/*'],
  });
});

test('grants and removals are told until the signal ends', async () => {
  const permissions = createSitePermissions();
  const stop = new AbortController();
  const handler = vi.fn();
  permissions.onChanged(handler, stop.signal);

  await permissions.request(['https://crm.example.com/*']);
  await permissions.remove(['https://crm.example.com/*']);
  stop.abort();
  await permissions.request(['https://crm.example.com/*']);

  expect(handler).toHaveBeenCalledTimes(2);
  expect(world.listeners()).toBe(0);
});

test('a signal that has ended registers nothing', () => {
  createSitePermissions().onChanged(vi.fn(), AbortSignal.abort());

  expect(world.listeners()).toBe(0);
});
