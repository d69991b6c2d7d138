import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtWork, goToWork } from '../support/at-work';
import { REP } from '../support/world';
import { overlayOn } from './surfaces/overlay';
import { openPopup } from './surfaces/popup';

let work: AtWork;
beforeAll(async () => {
  work = await goToWork({ undoSeconds: 0 });
});
afterAll(() => work?.close());

/** Enrolls a contact and waits for the first email; returns its Message-ID. */
async function enrolled(record: number, nth: number) {
  const page = await work.openRecord(record);
  await overlayOn(page).enroll();
  await expect.poll(() => work.sent(), { timeout: 30_000 }).toHaveLength(nth);
  const message = (await work.sent()).at(-1);
  await expect.poll(() => overlayOn(page).chip.innerText()).toContain('Step 2 of 3');
  return { page, messageId: message?.headers.get('message-id') ?? '' };
}

test('an automatic answer changes nothing', async () => {
  const { page, messageId } = await enrolled(52, 1);

  await work.google.deliver({
    to: REP.email,
    from: 'Ben Okafor <ben.okafor@example.com>',
    subject: 'Thank you for your message',
    text: 'We have received your message and will answer within two days.',
    inReplyTo: messageId,
    references: [messageId],
    headers: { 'Auto-Submitted': 'auto-replied' },
  });
  await work.nudge();

  await page.reload();
  await overlayOn(page).unenrollButton.waitFor();
  await expect.poll(() => overlayOn(page).chip.innerText()).toContain('Step 2 of 3');
});

test('an answer ends the enrollment, and the page, the popup and the list all say so', async () => {
  const { page, messageId } = await enrolled(51, 2);

  await work.google.deliver({
    to: REP.email,
    from: 'Ada Kowalska <ada.kowalska@example.com>',
    subject: 'Re: A quick question, Ada',
    text: 'Talk to Marek.',
    inReplyTo: messageId,
    references: [messageId],
  });
  await work.nudge();

  const overlay = overlayOn(page);
  await overlay.chip.getByRole('button', { name: 'Enroll again' }).waitFor();
  expect(await overlay.chip.innerText()).toContain('Replied');
  await work.options.goTo('Enrollments');
  await expect
    .poll(() => work.options.enrollment('ada.kowalska@example.com').innerText())
    .toMatch(/Unenrolled[\s\S]*Replied/);
  const popup = await openPopup(work.browser, page);
  await expect.poll(popup.text).toMatch(/Ada Kowalska[\s\S]*Replied/);
});

test('nothing more is sent to somebody who answered', async () => {
  await work.nudge();

  expect(await work.sent()).toHaveLength(2);
  expect(await work.drafts()).toEqual([]);
});
