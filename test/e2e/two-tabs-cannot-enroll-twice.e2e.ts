import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtWork, goToWork } from '../support/at-work';
import { checkPattern, plain } from '../support/check-sentences';
import { saveSequence } from '../support/save-sequence';
import { type StoredRows, storedRows } from '../support/seed-store';
import { until } from '../support/until';
import { bulkOn } from './surfaces/bulk';
import { overlayOn } from './surfaces/overlay';

const PRICING = 'FMfcgzQXKDPbFzvJhgnkMTPnzqLzFTrM';
const LIST = 'https://app.hubspot.com/contacts/4711/objects/0-1/views/all/list';

let work: AtWork;
let rows: StoredRows;
beforeAll(async () => {
  work = await goToWork({ undoSeconds: 30 });
  rows = storedRows(work.options.page);
  await work.options.changeSequence('Friendly introduction', 'Archive');
  await saveSequence(work.options.page);
});
afterAll(() => work?.close());

/** The rows of everybody who was enrolled with this address, whatever became of it. */
async function storedFor(address: string) {
  const [enrollments, claims, outbox] = await Promise.all([
    rows.all('enrollments'),
    rows.all('claims'),
    rows.all('outbox'),
  ]);
  const mine = enrollments.filter(({ to }) => to === address);
  return {
    enrollments: mine.length,
    claims: claims.filter((claim) => claim.address === address).length,
    emails: outbox.filter((row) => mine.some(({ id }) => id === row.enrollmentId)).length,
  };
}

/** Opens the popovers of both pages and presses both buttons at the same moment. */
async function enrollInBoth(pages: readonly [Page, Page]): Promise<void> {
  for (const page of pages) {
    await page.bringToFront();
    await overlayOn(page).open();
  }
  // A person does not wait either: forced, neither click looks first whether the other one counted.
  await Promise.all(pages.map((page) => overlayOn(page).enrollButton.click({ force: true })));
}

/** Enrolled, or told that somebody else has just done it. */
async function said(page: Page): Promise<'enrolled' | 'refused' | 'waiting'> {
  const overlay = overlayOn(page);
  const toasts = plain((await overlay.toast(/is now in/).allInnerTexts()).join());
  if (toasts !== '') return 'enrolled';
  const sentence = checkPattern('alreadyEnrolled', 'held', { sequence: 'Any time' });
  if ((await overlay.checks()).some((one) => sentence.test(one))) return 'refused';
  return 'waiting';
}

test.each([
  {
    tabs: 'a HubSpot record and a Gmail conversation',
    address: 'ada.kowalska@example.com',
    open: async (): Promise<readonly [Page, Page]> => [
      await work.openRecord(51),
      await work.openThread(PRICING),
    ],
  },
  {
    tabs: 'the same HubSpot record twice',
    address: 'ben.okafor@example.com',
    open: async (): Promise<readonly [Page, Page]> => [
      await work.openRecord(52),
      await work.openRecord(52),
    ],
  },
])('$tabs: one click enrolls, the other is told, and both show it', async ({ address, open }) => {
  const pages = await open();

  await enrollInBoth(pages);

  const both = () => Promise.all(pages.map(said));
  await expect.poll(async () => (await both()).toSorted()).toEqual(['enrolled', 'refused']);
  for (const page of pages) await overlayOn(page).unenrollButton.waitFor();
  expect(await storedFor(address)).toEqual({ enrollments: 1, claims: 1, emails: 1 });
});

test('a bulk in one tab and a click in another: each contact is enrolled once', async () => {
  const list = await work.browser.context.newPage();
  await list.goto(`${LIST}?rows=48`);
  const bulk = bulkOn(list);
  await bulk.tick(48);
  await bulk.open();
  await bulk.acceptWarned.check();
  const record = await work.openRecord(62);
  await overlayOn(record).open();
  await list.bringToFront();
  const start = bulk.panel.getByRole('button', { name: /^Enroll \d+$/ });
  await start.and(list.locator(':not([aria-disabled])')).waitFor();

  await Promise.all([start.click(), overlayOn(record).enrollButton.click()]);

  // The other tab's news may have come just before the click: then the bulk is checked once more,
  // and the rep presses again.
  await until(
    async () => {
      if (await start.isEnabled({ timeout: 200 }).catch(() => false)) await start.click();
      return bulk.text();
    },
    (text) => text.includes('48 of 48 done'),
  );
  await overlayOn(record).unenrollButton.waitFor();
  const once = { enrollments: 1, claims: 1, emails: 1 };
  expect(await storedFor('zaneta@example.com')).toEqual(once);
  // Ada and Ben were in it before.
  expect(await storedFor('ada.kowalska@example.com')).toEqual(once);
  const all = await rows.all('enrollments');
  expect(new Set(all.map(({ to }) => to)).size).toBe(all.length);
  expect(all).toHaveLength(40);
  expect(await rows.all('claims')).toHaveLength(40);
});
