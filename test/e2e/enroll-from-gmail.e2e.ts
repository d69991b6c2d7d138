import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtWork, goToWork } from '../support/at-work';
import { overlayOn } from './surfaces/overlay';

const PRICING = 'FMfcgzQXKDPbFzvJhgnkMTPnzqLzFTrM';
const PILOT = 'FMfcgzQXKDPbFzvKjlmnNTPnzqLzGVsN';

let work: AtWork;
beforeAll(async () => {
  work = await goToWork({ undoSeconds: 0 });
});
afterAll(() => work?.close());

test('from a Gmail conversation the person who wrote is enrolled, and the email leaves', async () => {
  const page = await work.openThread(PRICING);

  await overlayOn(page).enroll();
  await expect.poll(() => work.sent(), { timeout: 30_000 }).toHaveLength(1);

  const [message] = await work.sent();
  expect(message?.headers.get('to')).toContain('ada.kowalska@example.com');
});

test('the subject and the text that the rep edited are what leaves', async () => {
  const page = await work.openThread(PILOT);
  const overlay = overlayOn(page);

  await overlay.open();
  await overlay.panel.getByLabel('Subject').fill('Zażółć gęślą jaźń 🚀');
  await overlay.panel.getByLabel('Message').fill('Only for you.\n\nRobin');
  await overlay.enrollButton.click();
  await overlay.unenrollButton.waitFor();
  await expect.poll(() => work.sent(), { timeout: 30_000 }).toHaveLength(2);

  const { default: PostalMime } = await import('postal-mime');
  const mail = await PostalMime.parse((await work.sent())[1]?.raw ?? '');
  expect(mail.subject).toBe('Zażółć gęślą jaźń 🚀');
  expect(mail.text).toContain('Only for you.');
});

test('when the mailbox rebuilds its view the control is put back, once', async () => {
  const page = await work.openThread(PRICING);

  await page.getByRole('button', { name: 'Rebuild view' }).click();

  await overlayOn(page).unenrollButton.waitFor();
  expect(await page.locator('sequence-overlay').count()).toBe(1);
});
