import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtWork, goToWork } from '../support/at-work';
import { takeBackOrigin } from '../support/browser-settings';
import { overlayOn } from './surfaces/overlay';

let work: AtWork;
beforeAll(async () => {
  work = await goToWork({ client: 'none' });
});
afterAll(() => work?.close());

test('a site taken back in the browser is noticed and shown', async () => {
  await takeBackOrigin(work.browser.context, work.browser.extensionId, 'https://mail.google.com/*');
  await work.options.goTo('Sites');

  const { page } = work.options;
  await page.getByText('Gmail was switched off in the browser').waitFor();
  await page.getByRole('button', { name: 'Switch on again' }).waitFor();
});

test('its pages get nothing any more, the other sites go on', async () => {
  const record = await work.openRecord(51);
  await overlayOn(record).openButton.waitFor();

  const mail = await work.browser.context.newPage();
  await mail.goto('https://mail.google.com/mail/u/0/#inbox');
  const watched = await work.options.page.evaluate(() =>
    chrome.scripting.getRegisteredContentScripts(),
  );

  expect(watched.flatMap(({ matches }) => matches)).toEqual(['https://*.hubspot.com/*']);
  expect(await mail.locator('sequence-overlay').count()).toBe(0);
});
