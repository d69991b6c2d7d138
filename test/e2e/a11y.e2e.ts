import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { type AtWork, goToWork } from '../support/at-work';
import { violationsOn } from '../support/violations-on';
import { type BulkSurface, bulkOn } from './surfaces/bulk';
import { overlayOn } from './surfaces/overlay';
import { openPopup } from './surfaces/popup';
import { sequenceFormOn } from './surfaces/sequence-form';

const nothingIn = (found: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(Object.keys(found).map((name) => [name, []]));

/** A list of contacts with sixty of them ticked. */
async function manyTicked({
  browser,
}: AtWork): Promise<{ readonly page: Page; readonly bulk: BulkSurface }> {
  const page = await browser.context.newPage();
  await page.goto('https://app.hubspot.com/contacts/4711/objects/0-1/views/all/list?rows=60');
  const bulk = bulkOn(page);
  await bulk.tick(60);
  return { page, bulk };
}

let work: AtWork | undefined;
afterEach(() => work?.close());

test('axe finds nothing, in light and in dark', async () => {
  work = await goToWork();
  const found: Record<string, readonly string[]> = {};

  const page = await work.openRecord(51);
  const overlay = overlayOn(page);
  found['control'] = await violationsOn(page, 'sequence-overlay');
  await overlay.open();
  await overlay.panel.getByText(/Checks passed/).click();
  found['popover'] = await violationsOn(page, 'sequence-overlay');
  await overlay.enrollButton.click();
  await overlay.undoButton.waitFor();
  found['enrolled, with toast'] = await violationsOn(page, 'sequence-overlay');

  const popup = await openPopup(work.browser, page);
  await popup.page.getByText('Active: 1').waitFor();
  found['popup'] = await violationsOn(popup.page);

  for (const section of ['Sites', 'Enrollments', 'Settings'] as const) {
    await work.options.goTo(section);
    found[`options ${section}`] = await violationsOn(work.options.page);
  }
  expect(found).toEqual(nothingIn(found));
});

test('axe finds nothing in what rules are made of, in light and in dark', async () => {
  work = await goToWork();
  const { options } = work;
  const { page } = options;
  const found: Record<string, readonly string[]> = {};

  await options.goTo('Mailbox');
  await page.getByText('Name, limits and meeting link').click();
  found['sender'] = await violationsOn(page);
  await options.addSuppressed('@blocked.example.com', 'Blocked');
  found['do not contact'] = await violationsOn(page);
  await options.addDayOff('2030-12-24', 'Company trip');
  found['days off'] = await violationsOn(page);
  await options.goTo('Sequences');
  found['sequences'] = await violationsOn(page);
  await page.getByRole('button', { name: 'New sequence' }).click();
  const form = sequenceFormOn(page);
  await form.subject(1).fill('{{no.such.token}}');
  await form.saveButton.click();
  await page.getByText('Not saved yet. Please correct:').waitFor();
  found['sequence, refused'] = await violationsOn(page);
  await form.addStep();
  await form.insert(1, /^Ask me when I enroll/);
  found['sequence, with a preview'] = await violationsOn(page);

  expect(found).toEqual(nothingIn(found));
});

test('axe finds nothing where workflows are written and tried, in light and in dark', async () => {
  work = await goToWork();
  const { options } = work;
  const { page } = options;
  const found: Record<string, readonly string[]> = {};

  for (const section of ['Workflows', 'Tasks', 'Contacts'] as const) {
    await options.goTo(section);
    found[`options ${section}`] = await violationsOn(page);
  }
  await options.goTo('Workflows');
  await page.getByRole('button', { name: 'New workflow' }).click();
  await page.getByLabel('Name').fill('Everybody');
  await page.getByRole('button', { name: 'Add an action at the start' }).click();
  found['a new action'] = await violationsOn(page);
  await page.getByRole('option', { name: /Enroll in a sequence/ }).click();
  await page.getByRole('button', { name: 'Create workflow' }).click();
  await page.getByText('Not saved yet. Please correct:').waitFor();
  found['a workflow, refused'] = await violationsOn(page);
  await page.getByRole('combobox', { name: 'Property' }).fill('email');
  await page.getByRole('option', { name: /Email address/ }).click();
  await page.getByLabel('Condition').selectOption({ label: 'is known' });
  await page.getByRole('combobox', { name: 'Sequence' }).click();
  await page.getByRole('option', { name: 'Friendly introduction' }).click();
  await page.getByLabel('Sender', { exact: true }).selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Create workflow' }).click();
  await page.getByText('“Everybody” is created.').waitFor();
  found['a workflow with lint'] = await violationsOn(page);
  await page.getByRole('button', { name: /^Switch on/ }).click();
  await page.getByRole('dialog').getByText('Think twice').waitFor();
  found['switching on'] = await violationsOn(page);

  expect(found).toEqual(nothingIn(found));
});

test('axe finds nothing where many are enrolled, in light and in dark', async () => {
  work = await goToWork();
  const found: Record<string, readonly string[]> = {};
  const { page, bulk } = await manyTicked(work);

  found['bar'] = await violationsOn(page, 'sequence-overlay');
  await bulk.open();
  found['rows'] = await violationsOn(page, 'sequence-overlay');
  await bulk.acceptWarned.check();
  await bulk.press(/^Enroll \d+$/);
  await bulk.panel.getByText(/^Really enroll/).waitFor();
  found['confirm'] = await violationsOn(page, 'sequence-overlay');
  await bulk.press(/^Yes, enroll \d+$/);
  await bulk.panel.getByText('60 of 60 done').first().waitFor({ timeout: 30_000 });
  found['report'] = await violationsOn(page, 'sequence-overlay');

  const record = await work.openRecord(51);
  const overlay = overlayOn(record);
  await overlay.chooseMore('Pause');
  await overlay.chip.getByRole('button', { name: 'Resume' }).waitFor();
  found['paused, with toast'] = await violationsOn(record, 'sequence-overlay');
  await overlay.chip.getByRole('button', { name: 'More' }).click();
  found['paused, with menu'] = await violationsOn(record, 'sequence-overlay');
  expect(found).toEqual(nothingIn(found));
});

test('with the keyboard alone: open, enroll, undo, and the focus comes back', async () => {
  work = await goToWork();
  const page = await work.openRecord(52);
  const overlay = overlayOn(page);

  await overlay.openButton.focus();
  await page.keyboard.press('Enter');
  await overlay.ready();
  await page.keyboard.press('Escape');
  await overlay.panel.waitFor({ state: 'detached' });
  const focused = await overlay.openButton.evaluate(
    (button) => button.getRootNode() instanceof ShadowRoot && button.matches(':focus'),
  );
  expect(focused).toBe(true);

  await page.keyboard.press('Enter');
  await overlay.ready();
  await page.keyboard.press('Control+Enter');
  await overlay.undoButton.waitFor();
});
