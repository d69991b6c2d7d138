import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtWork, goToWork } from '../support/at-work';
import { reloadExtension } from '../support/browser-settings';
import { copyBuild, setVersion } from '../support/copy-build';
import { SHIPPING_BUILD } from '../support/extension-browser';
import { overlayOn } from './surfaces/overlay';

let build: string;
let work: AtWork;
beforeAll(async () => {
  build = await copyBuild(SHIPPING_BUILD);
  work = await goToWork({ extension: build, undoSeconds: 12 });
});
afterAll(async () => {
  await work?.close();
  await rm(build, { recursive: true });
});

test('after an update the open page offers a refresh instead of dead buttons', async () => {
  const page = await work.openRecord(51);
  const other = await work.openRecord(52);
  await overlayOn(page).enroll();

  await setVersion(build, '0.1.1');
  await reloadExtension(work.browser.context, work.browser.extensionId);

  await page.bringToFront();
  await expect.poll(() => stateOf(page), { timeout: 10_000 }).toMatch(/refresh|fresh overlay/);
  await other.bringToFront();
  await expect.poll(() => stateOf(other), { timeout: 10_000 }).toMatch(/refresh|fresh overlay/);
  // While the fresh one takes over there may be none for a moment; there is one in the end.
  await expect.poll(() => page.locator('sequence-overlay').count()).toBe(1);
});

test('what was stored and what was due survive: the email leaves, once', async () => {
  const page = await work.openRecord(51);
  const version = await page
    .context()
    .newPage()
    .then(async (own) => {
      await own.goto(`chrome-extension://${work.browser.extensionId}/options.html`);
      return own.evaluate(() => chrome.runtime.getManifest().version);
    });

  await overlayOn(page).unenrollButton.waitFor();
  await expect.poll(() => work.sent(), { timeout: 60_000 }).toHaveLength(1);

  expect(version).toBe('0.1.1');
});

/** Either the old overlay says it has to be refreshed, or the new one has taken its place. */
async function stateOf(page: Parameters<typeof overlayOn>[0]): Promise<string> {
  const text = (await overlayOn(page).chip.allInnerTexts()).join();
  if (text.includes('Refresh this page')) return 'refresh';
  return /Unenroll|Enroll/.test(text) ? 'fresh overlay' : text;
}
