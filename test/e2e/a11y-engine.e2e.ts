import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { type AtWork, goToWork } from '../support/at-work';
import { fillEngine } from '../support/fill-engine';
import { violationsOn } from '../support/violations-on';
import { openPopup } from './surfaces/popup';
import { sequenceFormOn } from './surfaces/sequence-form';

const nothingIn = (found: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(Object.keys(found).map((name) => [name, []]));

/** Everything that is folded away at first. */
const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const part of document.querySelectorAll('details')) part.open = true;
  });

let work: AtWork | undefined;
afterEach(() => work?.close());

test('axe finds nothing where nothing is planned yet, in light and in dark', async () => {
  work = await goToWork({ client: 'none' });
  const { page, goTo } = work.options;
  const found: Record<string, readonly string[]> = {};

  for (const section of ['Outbox', 'Tasks'] as const) {
    await goTo(section);
    await page.locator('.so-empty').waitFor();
    found[section] = await violationsOn(page);
  }
  await goTo('Mailbox');
  await unfold(page);
  found['mailbox, everything open'] = await violationsOn(page);
  await page.getByRole('button', { name: 'Send by hand from this address' }).click();
  await page.getByText('Enter your email address.').waitFor();
  found['by hand, refused'] = await violationsOn(page);

  expect(found).toEqual(nothingIn(found));
});

test('axe finds nothing where emails wait and tasks stand, in light and in dark', async () => {
  work = await goToWork({ client: 'none', undoSeconds: 0 });
  const { page, goTo } = work.options;
  const found: Record<string, readonly string[]> = {};
  await fillEngine(work);

  await goTo('Outbox');
  await page.getByRole('list', { name: 'Failed' }).waitFor();
  found['outbox'] = await violationsOn(page);
  await goTo('Tasks');
  const tasks = page.getByRole('list', { name: 'Open tasks' });
  await page.getByRole('list', { name: 'Emails to send by hand' }).waitFor();
  found['tasks'] = await violationsOn(page);
  await tasks.getByRole('button', { name: /^Done: Call Ada/ }).click();
  await page.getByRole('heading', { name: 'Done just now' }).waitFor();
  found['tasks, one done'] = await violationsOn(page);
  await goTo('Mailbox');
  await page.getByRole('list', { name: 'Connected mailboxes' }).waitFor();
  await unfold(page);
  found['mailbox'] = await violationsOn(page);
  await goTo('Backups');
  await page.getByRole('list', { name: 'Copies' }).waitFor();
  found['backups'] = await violationsOn(page);
  const popup = await openPopup(work.browser, page);
  await popup.page.getByText('Everything is paused').waitFor();
  found['popup'] = await violationsOn(popup.page);

  expect(found).toEqual(nothingIn(found));
});

test('axe finds nothing where steps are written, in light and in dark', async () => {
  work = await goToWork({ client: 'none' });
  const { page, goTo } = work.options;
  const found: Record<string, readonly string[]> = {};
  await goTo('Sequences');
  await page.getByRole('button', { name: 'New sequence' }).click();
  const form = sequenceFormOn(page);

  await page.getByRole('button', { name: 'Add a task' }).click();
  found['the kinds of tasks'] = await violationsOn(page);
  await page.getByRole('menuitem', { name: 'Email by hand' }).click();
  await page.getByRole('button', { name: 'Add a task' }).click();
  await page.getByRole('menuitem', { name: 'Call' }).click();
  await page.getByRole('button', { name: 'Add another version: Email 1' }).click();
  found['tasks and versions'] = await violationsOn(page);
  await form.saveButton.click();
  await page.getByText('Not saved yet. Please correct:').waitFor();
  found['tasks and versions, refused'] = await violationsOn(page);

  expect(found).toEqual(nothingIn(found));
});
