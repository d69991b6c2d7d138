import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtWork, goToWork } from '../support/at-work';
import { overlayOn } from './surfaces/overlay';
import { openPopup } from './surfaces/popup';

let work: AtWork;
beforeAll(async () => {
  work = await goToWork();
});
afterAll(() => work?.close());

test('from a HubSpot record the first email really leaves, rendered for the contact', async () => {
  const page = await work.openRecord(51);

  const overlay = overlayOn(page);
  await overlay.enroll();
  await overlay.toast(/Ada Kowalska.* is now in/).waitFor();
  await expect.poll(() => work.sent(), { timeout: 30_000 }).toHaveLength(1);

  const [message] = await work.sent();
  const mail = await PostalMime.parse(message?.raw ?? '');
  expect(mail.to).toEqual([expect.objectContaining({ address: 'ada.kowalska@example.com' })]);
  expect(mail.from?.address).toBe('rep@example.com');
  expect(mail.subject).toBe('A quick question, Ada');
  expect(mail.text).toContain('Hi Ada,');
  expect(mail.text).toContain('Kowalska Logistics');
  expect(`${mail.subject}${mail.text}${mail.html}`).not.toContain('{{');
});

test('afterwards the control says which step comes next, by the contact’s own clock', async () => {
  const page = await work.openRecord(51);

  await expect
    .poll(() => overlayOn(page).chip.innerText())
    .toMatch(/Friendly introduction[\s\S]*Step 2 of 3[\s\S]*their time/);
});

test('and the popup counts it', async () => {
  const page = await work.openRecord(51);

  const popup = await openPopup(work.browser, page);

  await expect.poll(popup.text).toMatch(/Friendly introduction[\s\S]*Active: 1/);
  expect(await popup.text()).toMatch(/rep@example\.com[\s\S]*Sent: 1/);
  expect(await popup.text()).toMatch(/Ada Kowalska[\s\S]*Step 2 of 3/);
});

test('a second sequence for the same contact is impossible', async () => {
  const page = await work.openRecord(51);

  const overlay = overlayOn(page);
  await overlay.unenrollButton.waitFor();

  expect(await overlay.openButton.count()).toBe(0);
});

test('nothing but Google’s mail API hears of it', () => {
  const hosts = new Set(
    work.sites.requests
      .filter(({ headers }) => headers.get('origin')?.startsWith('chrome-extension:'))
      .map(({ host }) => host),
  );

  expect([...hosts].toSorted()).toEqual([
    'gmail.googleapis.com',
    'oauth2.googleapis.com',
    'www.googleapis.com',
  ]);
});
