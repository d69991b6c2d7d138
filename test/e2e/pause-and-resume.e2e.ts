import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtWork, goToWork } from '../support/at-work';
import { plain } from '../support/check-sentences';
import { saveSequence } from '../support/save-sequence';
import { storedRows } from '../support/seed-store';
import { overlayOn } from './surfaces/overlay';

let work: AtWork;
beforeAll(async () => {
  work = await goToWork({ undoSeconds: 4 });
  await work.options.changeSequence('Friendly introduction', 'Archive');
  await saveSequence(work.options.page);
});
afterAll(() => work?.close());

/** The record of somebody who has just been enrolled; the first email is still held. */
async function enrolled(record: number) {
  const page = await work.openRecord(record);
  const overlay = overlayOn(page);
  await overlay.enroll();
  return { page, overlay, chip: async () => plain(await overlay.chip.innerText()) };
}

const recipients = async () =>
  (await work.sent()).map(({ headers }) => /[\w.]+@[\w.]+/.exec(headers.get('to') ?? '')?.[0]);
const enrollmentOf = async (address: string) =>
  (await storedRows(work.options.page).all('enrollments')).find(({ to }) => to === address);

test('paused on the control, nothing leaves, however late it gets', async () => {
  const { page, overlay, chip } = await enrolled(51);

  await overlay.chooseMore('Pause');

  await overlay.toast('Paused. Nothing is sent until you resume.').waitFor();
  await expect.poll(chip).toMatch(/Any time[\s\S]*Step 1 of 2[\s\S]*Paused/);
  // Somebody else’s email leaves meanwhile: the engine has run past the moment.
  await enrolled(52);
  await expect.poll(recipients, { timeout: 30_000 }).toEqual(['ben.okafor@example.com']);
  expect(await work.drafts()).toEqual([]);
  await page.close();
});

test('resuming says what goes out and when, and then it does', async () => {
  const page = await work.openRecord(51);
  const overlay = overlayOn(page);

  await overlay.chip.getByRole('button', { name: 'Resume' }).click();

  await overlay.toast(/Goes on. “.*A question, Ada.*” leaves \S+/).waitFor();
  await overlay.unenrollButton.waitFor();
  await expect.poll(recipients, { timeout: 30_000 }).toContain('ada.kowalska@example.com');
});

test('a pause that is undone never was: the email leaves when it should have', async () => {
  const { overlay } = await enrolled(53);
  const before = await enrollmentOf('chloe.martin@example.com');
  await overlay.chooseMore('Pause');
  await overlay.toast('Paused. Nothing is sent until you resume.').waitFor();

  await overlay.undoButton.click();

  await overlay.toast(/^Taken back. The contact is in .*Any time.* as before/).waitFor();
  await overlay.unenrollButton.waitFor();
  expect((await enrollmentOf('chloe.martin@example.com'))?.nextAt).toBe(before?.nextAt);
  await expect.poll(recipients, { timeout: 30_000 }).toContain('chloe.martin@example.com');
});

test('resuming that is undone is a pause again', async () => {
  const { overlay, chip } = await enrolled(56);
  await overlay.chooseMore('Pause');
  await overlay.chip.getByRole('button', { name: 'Resume' }).click();
  await overlay.toast(/^Goes on/).waitFor();

  await overlay.undoButton.click();

  await overlay.chip.getByRole('button', { name: 'Resume' }).waitFor();
  expect(await chip()).toContain('Paused');
  expect((await enrollmentOf('emily.nakamura@example.com'))?.state.kind).toBe('paused');
});

test('unenrolling that is undone within ten seconds brings back step and time', async () => {
  const page = await work.openRecord(51);
  const overlay = overlayOn(page);
  await overlay.unenrollButton.waitFor();
  await expect.poll(() => overlay.chip.innerText()).toContain('Step 2 of 2');
  const before = await enrollmentOf('ada.kowalska@example.com');
  await overlay.unenrollButton.click();
  await overlay.chip.getByRole('button', { name: 'Enroll again' }).waitFor();

  await overlay.undoButton.click();

  await overlay.unenrollButton.waitFor();
  const after = await enrollmentOf('ada.kowalska@example.com');
  expect({ ...after, updatedAt: 0 }).toEqual({ ...before, updatedAt: 0 });
  await expect.poll(() => overlay.chip.innerText()).toContain('Step 2 of 2');
});

test('in the options many are paused at once, and that is undone as a whole', async () => {
  const { page } = work.options;
  await work.options.goTo('Enrollments');
  for (const name of ['Ada Kowalska', 'Ben Okafor']) {
    await page.getByRole('checkbox', { name: `Choose ${name}` }).check();
  }

  await page.getByRole('button', { name: 'Pause the chosen: 2' }).click();

  await page.getByText('Paused: 2').waitFor();
  const line = (address: string) => work.options.enrollment(address).innerText();
  for (const who of ['ada.kowalska@example.com', 'ben.okafor@example.com']) {
    await expect.poll(() => line(who)).toContain('Paused');
  }
  await page.getByRole('button', { name: /^Undo/ }).click();
  await page.getByText('Taken back: 2').waitFor();
  for (const who of ['ada.kowalska@example.com', 'ben.okafor@example.com']) {
    await expect.poll(() => line(who)).toContain('Active');
  }
});
