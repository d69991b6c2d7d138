import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtWork, goToWork } from '../support/at-work';
import { overlayOn } from './surfaces/overlay';

let work: AtWork;
beforeAll(async () => {
  work = await goToWork();
});
afterAll(() => work?.close());

test('Undo takes the enrollment back before anything has reached the mailbox', async () => {
  const page = await work.openRecord(52);
  const overlay = overlayOn(page);
  await overlay.enroll();

  await overlay.undoButton.click();

  await overlay.toast('Taken back. Nothing was sent.').waitFor();
  await overlay.openButton.waitFor();
  await work.options.goTo('Enrollments');
  await expect
    .poll(() => work.options.enrollment('ben.okafor@example.com').innerText())
    .toMatch(/Unenrolled[\s\S]*Taken back/);
});

test('and nothing leaves after the time to undo is over', async () => {
  const page = await work.openRecord(53);
  const overlay = overlayOn(page);
  await overlay.enroll();
  await overlay.undoButton.click();
  await overlay.openButton.waitFor();

  // Somebody else’s email leaves meanwhile: the engine has run past the moment.
  const other = await work.openRecord(56);
  await overlayOn(other).enroll();
  await expect.poll(() => work.sent(), { timeout: 30_000 }).toHaveLength(1);

  const [message] = await work.sent();
  expect(message?.headers.get('to')).toContain('emily.nakamura@example.com');
  expect(await work.drafts()).toEqual([]);
});

test('an undo that comes after the email has left changes nothing and says so', async () => {
  const answer = await work.options.page.evaluate(async () => {
    const open = indexedDB.open('sequence-overlay');
    await new Promise((resolve) => open.addEventListener('success', resolve));
    const claims = open.result.transaction('claims').objectStore('claims').getAll();
    await new Promise((resolve) => claims.addEventListener('success', resolve));
    open.result.close();
    const [{ enrollmentId }] = claims.result;
    return chrome.runtime.sendMessage({ rpc: 'enrollment.undo', input: { enrollmentId } });
  });

  expect(answer).toEqual({ kind: 'answer', value: { kind: 'tooLate' } });
  const page = await work.openRecord(56);
  await overlayOn(page).unenrollButton.waitFor();
});

test('unenrolling works at any time', async () => {
  const page = await work.openRecord(56);
  const overlay = overlayOn(page);

  await overlay.unenrollButton.click();

  await overlay.toast(/^Unenrolled from/).waitFor();
  await overlay.chip.getByRole('button', { name: 'Enroll again' }).waitFor();
});
