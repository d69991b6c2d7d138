import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtWork, goToWork } from '../support/at-work';
import { holdBulk } from '../support/hold-bulk';
import { saveSequence } from '../support/save-sequence';
import { type StoredRows, storedRows } from '../support/seed-store';
import { until } from '../support/until';
import { type BulkSurface, bulkOn } from './surfaces/bulk';

const LIST = 'https://app.hubspot.com/contacts/4711/objects/0-1/views/all/list';
/** In every twelve contacts of the list there is one without an address, and one with something else. */
const ADDRESSED = 10 / 12;

let work: AtWork;
let rows: StoredRows;
beforeAll(async () => {
  work = await goToWork({ undoSeconds: 30 });
  rows = storedRows(work.options.page);
  await work.options.changeSequence('Friendly introduction', 'Archive');
  await saveSequence(work.options.page);
});
afterAll(() => work?.close());

/** Opens a list of so many contacts, ticks them all and opens the popover, notes accepted. */
async function ticked(count: number): Promise<{ readonly page: Page; readonly bulk: BulkSurface }> {
  const page = await work.browser.context.newPage();
  await page.goto(`${LIST}?rows=${count}`);
  const bulk = bulkOn(page);
  await bulk.tick(count);
  await bulk.open();
  await bulk.acceptWarned.check();
  return { page, bulk };
}

const lastRun = async () =>
  (await rows.all('bulkRuns')).toSorted((one, other) => other.createdAt - one.createdAt)[0];
const outcomesOf = async (runId: string | undefined) =>
  (await rows.all('bulkItems')).filter((item) => item.runId === runId).map((item) => item.outcome);

/** Everything that says who is enrolled says the same, and nobody is in it twice. */
async function expectEachOnce(count: number): Promise<void> {
  const [claims, enrollments, outbox, heads, limits] = await Promise.all([
    rows.all('claims'),
    rows.all('enrollments'),
    rows.all('outbox'),
    rows.all('sequences'),
    rows.all('limits'),
  ]);
  const first = outbox.filter(({ stepIndex }) => stepIndex === 0);
  expect(new Set(enrollments.map(({ to }) => to)).size).toBe(count);
  expect(enrollments).toHaveLength(count);
  expect(claims.map(({ enrollmentId }) => enrollmentId).toSorted()).toEqual(
    enrollments.map(({ id }) => id).toSorted(),
  );
  expect(first.map(({ enrollmentId }) => enrollmentId).toSorted()).toEqual(
    enrollments.map(({ id }) => id).toSorted(),
  );
  expect(heads.reduce((sum, { live }) => sum + live, 0)).toBe(count);
  const booked = limits.reduce((sum, { sent, scheduled }) => sum + sent + scheduled, 0);
  expect(booked).toBe(outbox.length);
  const perMinute = Map.groupBy(first, ({ dueAt }) => Math.floor(dueAt / 60_000));
  for (const planned of perMinute.values()) expect(planned.length).toBeLessThanOrEqual(3);
}

test('a bulk of 240 goes on over killed workers, and enrolls everybody exactly once', async () => {
  const size = 240;
  const { page, bulk } = await ticked(size);
  await bulk.press(/^Enroll \d+$/);
  await bulk.panel.getByLabel(`Type ${size}, the number of contacts, to confirm`).fill('239');
  expect(await bulk.text()).toContain('This is not the number.');
  await bulk.panel.getByLabel(`Type ${size}, the number of contacts, to confirm`).fill('240');
  await bulk.press(/^Yes, enroll \d+$/);

  const left: (number | undefined)[] = [];
  for (const done of [25, 75, 125]) {
    const letGo = await holdBulk(work.options.page, done);
    await work.browser.killWorker();
    await letGo();
    left.push((await lastRun())?.next);
    await page.bringToFront();
  }
  // And once more, at whatever it is doing then.
  await until(lastRun, (run) => (run?.next ?? 0) > 125);
  await work.browser.killWorker();
  await page.bringToFront();

  await bulk.panel.getByText('240 of 240 done').first().waitFor({ timeout: 60_000 });
  expect(left.every((next) => next !== undefined && next < size)).toBe(true);
  const run = await lastRun();
  const outcomes = await outcomesOf(run?.id);
  expect(run?.state).toBe('finished');
  expect(outcomes.filter((outcome) => outcome?.kind === 'enrolled')).toHaveLength(size * ADDRESSED);
  expect(outcomes.filter((outcome) => outcome?.kind === 'refused')).toHaveLength(size / 6);
  await expect.poll(bulk.text).toContain(`Enrolled: ${size * ADDRESSED}`);
  expect(await bulk.text()).toContain(`Skipped: ${size / 6}`);
  await expectEachOnce(size * ADDRESSED);
});

test('its report is still there after the page was loaded anew', async () => {
  const page = work.browser.context.pages().find((one) => one.url().startsWith(LIST));
  if (page === undefined) throw new Error('the list is no longer open');
  await page.reload();

  const bulk = bulkOn(page);
  await bulk.openButton.click();

  await expect.poll(bulk.text).toContain(`Enrolled: ${240 * ADDRESSED}`);
  await bulk.panel.getByRole('button', { name: 'Close' }).last().click();
  await bulk.bar.waitFor({ state: 'detached' });
  await page.close();
});

test('stopped half-way, what is done stays done and nothing else is begun', async () => {
  const { page, bulk } = await ticked(480);
  const before = (await rows.all('enrollments')).length;
  await bulk.press(/^Enroll \d+$/);
  await bulk.panel.getByRole('spinbutton').fill('480');
  await bulk.press(/^Yes, enroll \d+$/);

  const letGo = await holdBulk(work.options.page, 300);
  await page.bringToFront();
  await bulk.cancelButton.click();
  await letGo();

  await bulk.panel.getByText('Stopped').first().waitFor();
  const run = await lastRun();
  const outcomes = await outcomesOf(run?.id);
  const enrolled = outcomes.filter((outcome) => outcome?.kind === 'enrolled').length;
  expect(run?.state).toBe('canceled');
  expect(run?.next).toBeLessThan(480);
  expect(outcomes.slice(0, run?.next)).not.toContain(undefined);
  expect(enrolled).toBeGreaterThan(0);
  await expect.poll(bulk.text).toContain(`Not begun: ${480 - (run?.next ?? 0)}`);
  await expectEachOnce(before + enrolled);
  await work.nudge();
  expect(await lastRun()).toEqual(run);
});
