import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtWork, goToWork } from '../support/at-work';
import { storedRows } from '../support/seed-store';
import { overlayOn } from './surfaces/overlay';
import { sequenceFormOn } from './surfaces/sequence-form';

const NAME = 'Autumn offer';

let work: AtWork;
beforeAll(async () => {
  work = await goToWork({ undoSeconds: 0 });
});
afterAll(() => work?.close());

/** The popover of a record; the sequence asks for something, so it cannot enroll at once. */
const opened = async (record: number) => {
  const page = await work.openRecord(record);
  const overlay = overlayOn(page);
  await overlay.openButton.click();
  return { page, overlay };
};
const offered = async (record: number) => {
  const { page, overlay } = await opened(record);
  await overlay.panel.getByRole('combobox', { name: 'Sequence' }).click();
  const names = await overlay.panel.getByRole('option').allInnerTexts();
  await page.close();
  return names.join('\n');
};
const enrollmentOf = async (address: string) =>
  (await storedRows(work.options.page).all('enrollments')).find(({ to }) => to === address);

test('a sequence is written with tokens, hours and access, and shows at once what it would send', async () => {
  const { page } = work.options;
  const form = sequenceFormOn(page);
  await work.options.goTo('Sequences');
  await page.getByRole('button', { name: 'New sequence' }).click();
  await form.saveButton.click();
  await page.getByText('Not saved yet. Please correct:').waitFor();

  await form.name.fill(NAME);
  await form.subject(1).fill('For {{company.name|your team}}');
  await form.message(1).fill('Hi ');
  await form.insert(1, /^First name/);
  await form.addStep();
  await form.step(2).getByLabel('Days after the one before').fill('2');
  await form.message(2).fill('Still {{placeholder:why now}}?');
  await page.getByRole('combobox', { name: 'Days', exact: true }).selectOption('weekdays');
  await page.getByLabel('Not before').fill('09:30');
  await page.getByLabel('Not after').fill('16:00');
  await page.getByLabel('Who may enroll').selectOption({ label: 'Some people and teams' });
  await page.getByLabel('Teams').fill('North,');

  const shown = form.preview.getByRole('listitem');
  await expect.poll(() => shown.nth(0).innerText()).toMatch(/For Sample Company[\s\S]*Hi Alex/);
  await expect.poll(() => shown.nth(1).innerText()).toMatch(/Still[\s\S]*why now/);
  const dates = await form.preview.locator('.so-preview-when .so-number').allInnerTexts();
  expect(dates).toHaveLength(2);
  for (const date of dates) expect(date).toMatch(/\d/);
  await form.saveButton.click();
  await page.getByText(`“${NAME}” is created. It can be used now.`).waitFor();
});

test('it is in the popover, with its plan within its hours', async () => {
  const { overlay } = await opened(51);

  await overlay.chooseSequence(NAME);
  await overlay.panel.getByLabel('why now').fill('interested');
  await expect
    .poll(() => overlay.panel.getByLabel('Subject').inputValue())
    .toBe('For Kowalska Logistics');
  await overlay.ready();
  await overlay.enrollButton.click();
  await overlay.unenrollButton.waitFor();

  await expect.poll(() => work.sent(), { timeout: 30_000 }).toHaveLength(1);
  await expect.poll(async () => (await enrollmentOf('ada.kowalska@example.com'))?.nextStep).toBe(1);
  const next = (await enrollmentOf('ada.kowalska@example.com'))?.nextAt ?? 0;
  const local = Temporal.Instant.fromEpochMilliseconds(next).toZonedDateTimeISO('Europe/Warsaw');
  expect(local.dayOfWeek).toBeLessThanOrEqual(5);
  expect(local.hour * 60 + local.minute).toBeGreaterThanOrEqual(9 * 60 + 30);
  expect(local.hour).toBeLessThan(16);
});

test('an edit makes version 2; who is in it keeps version 1', async () => {
  const { page } = work.options;
  const form = sequenceFormOn(page);
  await work.options.goTo('Sequences');
  await page.getByRole('link', { name: NAME, exact: true }).click();
  await form.message(1).fill('Good day {{contact.first_name}}');

  await form.saveButton.click();

  await page.getByText(/is saved as version 2\. Running enrollments \(1\) keep/).waitFor();
  const { overlay } = await opened(52);
  await overlay.panel.getByLabel('why now').fill('interested');
  await overlay.ready();
  await overlay.enrollButton.click();
  await expect.poll(() => work.sent(), { timeout: 30_000 }).toHaveLength(2);
  const [first, second] = await Promise.all(
    (await work.sent()).map(({ raw }) => PostalMime.parse(raw)),
  );
  expect(first?.text).toContain('Hi Ada');
  expect(second?.text).toContain('Good day Ben');
  expect((await enrollmentOf('ada.kowalska@example.com'))?.sequenceVersion).toBe(1);
  expect((await enrollmentOf('ben.okafor@example.com'))?.sequenceVersion).toBe(2);
});

test('a copy is a sequence of its own', async () => {
  await work.options.changeSequence(NAME, 'Duplicate');

  await work.options.page.getByText(`Duplicated as “${NAME} (copy)”.`).waitFor();
  const form = sequenceFormOn(work.options.page);
  await expect.poll(() => form.name.inputValue()).toBe(`${NAME} (copy)`);
  expect(await offered(53)).toContain(`${NAME} (copy)`);
});

test('archived it is in no popover, and who is in it stays in it', async () => {
  await work.options.changeSequence(NAME, 'Archive');
  await work.options.page.getByText(/is archived and takes nobody any more/).waitFor();

  const names = await offered(53);

  expect(names).toContain(`${NAME} (copy)`);
  expect(names.replaceAll(`${NAME} (copy)`, '')).not.toContain(NAME);
  const page = await work.openRecord(51);
  await overlayOn(page).unenrollButton.waitFor();
  await page.close();
});

test('deleted, after being asked, it unenrolls everybody and says so', async () => {
  const { page } = work.options;
  await work.options.changeSequence(NAME, 'Delete');
  await page.getByText(`Delete “${NAME}” for good?`).waitFor();
  expect(await work.options.sequence(NAME).innerText()).toContain('unenrolled by this: 2');

  await work.options.sequence(NAME).getByRole('button', { name: 'Delete' }).click();

  await page.getByText(`“${NAME}” is deleted. Unenrolled: 2.`).waitFor();
  const record = await work.openRecord(51);
  const overlay = overlayOn(record);
  await overlay.chip.getByRole('button', { name: 'Enroll again' }).waitFor();
  expect(await overlay.chip.innerText()).toContain('Sequence deleted');
});
