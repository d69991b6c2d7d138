import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtWork, goToWork } from '../support/at-work';
import { overlayOn } from './surfaces/overlay';
import { openPopup } from './surfaces/popup';

const TEAM = 'https://www.example.com/team';

let work: AtWork;
beforeAll(async () => {
  work = await goToWork({
    undoSeconds: 0,
    granted: ['https://mail.google.com/*', 'https://www.example.com/*'],
  });
});
afterAll(() => work?.close());

test('on a site that was switched on, people are found by the marks of the page', async () => {
  const page = await work.open(TEAM);

  const names = await overlayOn(page).contactPicker.locator('option').allInnerTexts();

  expect(names.join('\n')).toContain('Grace Osei');
  expect(names.join('\n')).toContain('Hiro Tanaka');
  expect(names.join('\n')).not.toMatch(/trap@example|Bcc/);
});

test('the one who is picked is enrolled, and her email leaves', async () => {
  const page = await work.open(TEAM);
  const overlay = overlayOn(page);
  await overlay.contactPicker.selectOption({ label: await labelOf(page, 'Hiro Tanaka') });

  await overlay.enroll();
  await expect.poll(() => work.sent(), { timeout: 30_000 }).toHaveLength(1);

  const [message] = await work.sent();
  expect(message?.headers.get('to')).toContain('hiro.tanaka@example.com');
});

test('a page without people gets nothing at all', async () => {
  const page = await work.browser.context.newPage();
  await page.goto('https://www.example.com/article');

  const popup = await openPopup(work.browser, page);

  await expect.poll(popup.text).toContain('No contact found on this page of www.example.com');
  expect(await page.locator('sequence-overlay').count()).toBe(0);
});

test('a site that was not switched on gets nothing at all', async () => {
  const page = await work.browser.context.newPage();
  await page.goto('https://app.hubspot.com/contacts/4711/record/0-1/51');

  const watched = await work.options.page.evaluate(() =>
    chrome.scripting.getRegisteredContentScripts(),
  );

  expect(watched.flatMap(({ matches }) => matches).toSorted()).toEqual([
    'https://mail.google.com/*',
    'https://www.example.com/*',
  ]);
  expect(await page.locator('sequence-overlay').count()).toBe(0);
});

async function labelOf(page: Parameters<typeof overlayOn>[0], name: string): Promise<string> {
  const labels = await overlayOn(page).contactPicker.locator('option').allTextContents();
  const label = labels.find((each) => each.includes(name));
  if (label === undefined) throw new Error(`${name} is not among ${labels.join(', ')}`);
  return label;
}
