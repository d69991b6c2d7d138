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

/** A day of next month in words, so that it is always ahead and never a year away. */
function nextMonth(day: number): { readonly words: string; readonly shown: string } {
  const at = new Date();
  at.setUTCMonth(at.getUTCMonth() + 1, day);
  const month = (style: 'long' | 'short') =>
    at.toLocaleDateString('en', { month: style, timeZone: 'UTC' });
  return { words: `${month('long')} ${day}`, shown: `${month('short')} ${day}` };
}

test('an absence note makes the sequence rest until its writer is back, and everywhere says so', async () => {
  const { page, messageId } = await enrolled(52, 1);
  const back = nextMonth(14);

  await work.google.deliver({
    to: REP.email,
    from: 'Ben Okafor <ben.okafor@example.com>',
    subject: 'Out of office',
    text: `I am out of the office and back on ${back.words}.`,
    inReplyTo: messageId,
    references: [messageId],
    headers: { 'Auto-Submitted': 'auto-replied' },
  });
  await work.nudge();

  const { chip } = overlayOn(page);
  await expect.poll(() => chip.innerText()).toContain(`Away until ${back.shown}`);
  await chip.getByRole('button', { name: 'Resume' }).waitFor();
  await work.options.goTo('Enrollments');
  await expect
    .poll(() => work.options.enrollment('ben.okafor@example.com').innerText())
    .toContain(`Away until ${back.shown}`);
  const popup = await openPopup(work.browser, page);
  await expect.poll(popup.text).toContain(`Away until ${back.shown}`);
});

test('a meeting in the calendar ends the enrollment of its guest', async () => {
  const { page } = await enrolled(51, 2);

  await work.google.book(REP.email, ['ada.kowalska@example.com']);
  await work.nudge();

  const overlay = overlayOn(page);
  await overlay.chip.getByRole('button', { name: 'Enroll again' }).waitFor();
  expect(await overlay.chip.innerText()).toContain('Booked a meeting');
  await work.options.goTo('Enrollments');
  await expect
    .poll(() => work.options.enrollment('ada.kowalska@example.com').innerText())
    .toMatch(/Unenrolled[\s\S]*Booked a meeting/);
});

test('the mailbox says that meetings are noticed', async () => {
  await work.options.goTo('Mailbox');

  await work.options.page.getByText('Meetings with contacts are noticed').waitFor();
});
