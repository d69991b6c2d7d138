import { expect, test } from 'vitest';
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
