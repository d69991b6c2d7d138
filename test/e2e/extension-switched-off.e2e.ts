import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtWork, goToWork } from '../support/at-work';
import { switchOffExtension } from '../support/browser-settings';
import { overlayOn } from './surfaces/overlay';

let work: AtWork;
beforeAll(async () => {
  work = await goToWork({ client: 'none' });
});
afterAll(() => work?.close());

test('switched off, it says that a refresh is needed, and then leaves without a trace', async () => {
  const page = await work.openRecord(51);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const overlay = overlayOn(page);
  await overlay.openButton.waitFor();

  await switchOffExtension(work.browser.context, work.browser.extensionId);
  await page.bringToFront();

  await overlay.chip.getByRole('button', { name: 'Refresh' }).waitFor({ timeout: 10_000 });
  expect(await overlay.openButton.count()).toBe(0);
  await overlay.host.waitFor({ state: 'detached', timeout: 45_000 });
  expect(errors).toEqual([]);
});
