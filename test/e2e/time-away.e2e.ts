import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtWork, goToWork } from '../support/at-work';
import { saveSequence } from '../support/save-sequence';
import { storedRows } from '../support/seed-store';
import { overlayOn } from './surfaces/overlay';

const HOUR = 3_600_000;

let work: AtWork;
beforeAll(async () => {
  work = await goToWork({ undoSeconds: 4 });
  await work.options.changeSequence('Friendly introduction', 'Archive');
  await saveSequence(work.options.page);
});
afterAll(() => work?.close());

const sentCount = async () => (await work.sent()).length;
const group = (page: Page, name: string) =>
  page.getByRole('list', { name, exact: true }).getByRole('listitem');
const openRow = async () =>
  (await storedRows(work.options.page).all('outbox')).find(({ state }) => state === 'due');

test('paused in the popup nothing leaves, the outbox says why, and resumed there it leaves', async () => {
  const { page } = work.options;
  const record = await work.openRecord(51);
  await overlayOn(record).enroll();
  const popup = await work.browser.openOwn('popup.html');
  await popup.getByRole('button', { name: 'Pause all' }).click();
  await popup.getByText('Everything is paused').waitFor();
  await popup.close();

  await work.options.goTo('Outbox');
  await page.getByText(/^Everything is paused since/).waitFor();
  await group(page, 'Waiting').filter({ hasText: 'Waiting, everything is paused' }).waitFor();
  const row = await openRow();
  await expect.poll(() => Date.now() > (row?.wakeAt ?? 0) + 1_000, { timeout: 20_000 }).toBe(true);
  await work.nudge();
  const paused = await sentCount();
  await page.getByRole('button', { name: 'Resume all' }).click();

  await expect.poll(sentCount, { timeout: 30_000 }).toBe(1);
  expect(paused).toBe(0);
  await group(page, 'Planned later').filter({ hasText: 'Step 2 of 2' }).waitFor();
  await record.close();
});

test('what is planned on days away moves behind them, and the list follows', async () => {
  const { page } = work.options;
  const before = await openRow();
  const date = (at: number) => new Date(at).toISOString().slice(0, 10);
  const planned = before?.dueAt ?? 0;
  await work.options.goTo('Mailbox');
  await page.getByText('Days away', { exact: true }).click();
  await page.getByLabel('First day').fill(date(planned - 24 * HOUR));
  await page.getByLabel('Last day').fill(date(planned + 24 * HOUR));

  await page.getByRole('button', { name: 'Add', exact: true }).click();

  await page.getByText('Saved. What was planned on these days moves.').waitFor();
  await expect.poll(async () => (await openRow())?.waiting).toBe('away');
  const moved = (await openRow())?.dueAt ?? 0;
  expect(date(moved) > date(planned + 24 * HOUR) || moved > planned + 24 * HOUR).toBe(true);
  await work.options.goTo('Outbox');
  await group(page, 'Waiting').filter({ hasText: 'Waiting, you are away' }).waitFor();
});

test('a browser that was closed when an email was due sends it once when it is back, and says so', async () => {
  const { page } = work.options;
  const { browser } = work;
  const rows = storedRows(page);
  // Nothing wakes the worker any more while the past is written.
  await page.evaluate(() => chrome.alarms.clearAll());
  await browser.killWorker();
  const due = Date.now() - 3 * HOUR;
  const open = (await rows.all('outbox')).filter(({ state }) => state === 'due');
  expect(open).toHaveLength(1);
  // Together: a worker that the page wakes in between must not see half of it.
  await rows.putTogether({
    outbox: open.map((row) => ({ ...row, dueAt: due, openDue: due, wakeAt: due })),
    meta: [{ key: 'lastSeen', value: due - HOUR }],
  });

  const outbox = await browser.reopen('options.html#outbox');

  await expect.poll(sentCount, { timeout: 40_000 }).toBe(2);
  await outbox.getByText(/^Caught up after a break since/).waitFor({ timeout: 30_000 });
  await outbox.getByText('Sent: 1').waitFor();
  await outbox.getByRole('button', { name: 'Got it' }).click();
  await outbox.getByText(/^Caught up after a break/).waitFor({ state: 'detached' });
  const journal = await storedRows(outbox).all('journal');
  expect(journal.filter(({ code }) => code === 'sentLate')).toHaveLength(1);
  expect(await sentCount()).toBe(2);
});
