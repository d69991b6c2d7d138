import { expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createChosenSites } from './chosen-sites';

test('a chosen site is remembered once and can be forgotten', async () => {
  const sites = createChosenSites();

  await sites.add(['https://mail.google.com/*']);
  await sites.add(['https://mail.google.com/*', 'https://crm.example.com/*']);
  const both = await sites.read();
  await sites.forget(['https://mail.google.com/*']);

  expect(both).toEqual(['https://mail.google.com/*', 'https://crm.example.com/*']);
  expect(await sites.read()).toEqual(['https://crm.example.com/*']);
});

test('at first no site is chosen', async () => {
  expect(await createChosenSites().read()).toEqual([]);
});

test('what version 1 stored is read, and anything else counts as nothing chosen', async () => {
  const sites = createChosenSites();

  await fakeBrowser.storage.local.set({
    chosenSites: { version: 1, origins: ['https://mail.google.com/*'] },
  });
  const known = await sites.read();
  await fakeBrowser.storage.local.set({ chosenSites: 'broken' });

  expect(known).toEqual(['https://mail.google.com/*']);
  expect(await sites.read()).toEqual([]);
});
