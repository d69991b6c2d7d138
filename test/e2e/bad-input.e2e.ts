import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type AtWork, goToWork } from '../support/at-work';
import { answer, type SiteRequest } from '../support/exchange';
import { REP } from '../support/world';
import { overlayOn } from './surfaces/overlay';
import { openPopup } from './surfaces/popup';

const PILOT = 'FMfcgzQXKDPbFzvKjlmnNTPnzqLzGVsN';
const HOSTILE = 'FMfcgzQXKDPbFzvLmnpqPTPnzqLzHWtP';
const OWN_NOTE = 'FMfcgzQXKDPbFzvMnpqrQTPnzqLzJXvQ';

let work: AtWork;
beforeAll(async () => {
  work = await goToWork({ undoSeconds: 0 });
});
afterAll(() => work?.close());

const alerts: string[] = [];
afterEach(() => expect(alerts.splice(0)).toEqual([]));

async function record(id: number) {
  const page = await work.openRecord(id);
  page.on('dialog', (dialog) => {
    alerts.push(dialog.message());
    void dialog.dismiss();
  });
  return { page, overlay: overlayOn(page) };
}

async function nextSent(count: number) {
  await expect.poll(() => work.sent(), { timeout: 30_000 }).toHaveLength(count);
  return (await work.sent()).at(-1);
}

test('a contact without an address: said on the control, and why in the popover', async () => {
  const { overlay } = await record(54);

  await overlay.chip.getByRole('button', { name: 'No address' }).click();

  await overlay.panel.getByText('This contact has no email address.').first().waitFor();
});

test('something that is no address: said', async () => {
  const { overlay } = await record(61);

  await overlay.chip.getByRole('button').first().click();

  await overlay.panel
    .getByText(/The email address of this contact is not valid|no email address/)
    .first()
    .waitFor();
});

test('two addresses: both are offered, the chosen one gets the email', async () => {
  const { overlay } = await record(55);
  await overlay.open();

  await overlay.panel.getByLabel('To', { exact: true }).selectOption('dana@levy.example.com');
  await overlay.ready();
  await overlay.enrollButton.click();
  await overlay.unenrollButton.waitFor();

  expect((await nextSent(1))?.headers.get('to')).toContain('dana@levy.example.com');
});

test('several people in a conversation: all but oneself can be chosen', async () => {
  const page = await work.openThread(PILOT);

  const people = await overlayOn(page).contactPicker.locator('option').allTextContents();

  expect(people).toHaveLength(3);
  expect(people.join()).not.toContain(REP.email);
});

test('a conversation with oneself: nobody to enroll, and it says so', async () => {
  const page = await work.openThread(OWN_NOTE);
  const overlay = overlayOn(page);

  await overlay.chip.getByRole('button', { name: /No contact here|Enroll/ }).click();

  await overlay.panel
    .getByText(/Nobody to enroll on this page|one of your own addresses/)
    .first()
    .waitFor();
});

test('markup in a name is shown as text and sent as text', async () => {
  const { page, overlay } = await record(57);
  await overlay.open();

  expect(await overlay.panel.innerText()).toContain('<img src=x onerror=alert(1)>');
  expect(await page.locator('sequence-overlay img').count()).toBe(0);
});

test('marks, NUL and line breaks in a name do not reach a header', async () => {
  const { overlay } = await record(58);

  await overlay.enroll();
  const message = await nextSent(2);

  expect(message?.headers.has('bcc')).toBe(false);
  expect(message?.headers.get('to')).toContain('mallory@example.com');
  const head = message?.raw.split('\r\n\r\n')[0] ?? '';
  expect(head).not.toMatch(/^bcc:/im);
  expect(head).not.toContain('\u0000');
});

test('a name of 10 kB is shortened and the email still leaves', async () => {
  const { overlay } = await record(59);

  await overlay.enroll();
  const message = await nextSent(3);

  expect(message?.headers.get('to')?.length).toBeLessThan(1_000);
  for (const line of message?.raw.split('\r\n') ?? []) expect(line.length).toBeLessThanOrEqual(998);
});

test('the page moves on while the popover is open: it says for whom it still is', async () => {
  const { page, overlay } = await record(62);
  await overlay.open();

  await page.getByRole('button', { name: 'Next' }).click();

  await overlay.panel.getByText('The page has moved on').waitFor();
});

test('the page throws our host out while the popover is open: it comes back, typed text and all', async () => {
  const { page, overlay } = await record(60);
  await overlay.open();
  await overlay.panel.getByLabel('Subject').fill('Typed before');

  await page.evaluate(() => document.querySelector('sequence-overlay')?.remove());

  await expect
    .poll(
      () =>
        overlay.panel
          .getByLabel('Subject')
          .inputValue({ timeout: 1_000 })
          .catch(() => ''),
      {
        timeout: 10_000,
      },
    )
    .toBe('Typed before');
});

test('Google down: the email waits, says why, and leaves when Google is back', async () => {
  const isDraft = ({ method, url }: SiteRequest) =>
    method === 'POST' && url.pathname.endsWith('/drafts');
  const up = work.sites.intercept(isDraft, async () => answer(503, { error: { code: 503 } }));
  const { page, overlay } = await record(53);
  await overlay.enroll();
  await expect.poll(() => overlay.chip.innerText()).toMatch(/Waiting|Making sure/);
  up();

  const message = await expect
    .poll(async () => (await work.sent()).length, { timeout: 100_000, interval: 1_000 })
    .toBe(4)
    .then(async () => (await work.sent()).at(-1));

  expect(message?.headers.get('to')).toContain('chloe.martin@example.com');
  await page.close();
});

test('access taken back: nothing is lost, every surface offers to connect again', async () => {
  work.google.revokeAccess(REP.email);
  const { page, overlay } = await record(56);
  await overlay.enroll();

  await expect
    .poll(() => overlay.chip.innerText(), { timeout: 15_000 })
    .toContain('access to the mailbox was taken away');
  const popup = await openPopup(work.browser, page);
  await popup.page.getByRole('button', { name: 'Reconnect' }).waitFor();
  expect(await work.sent()).toHaveLength(4);
});

test('connected again, the waiting email leaves by itself', async () => {
  await work.options.reconnect(REP.email);

  const message = await nextSent(5);

  expect(message?.headers.get('to')).toContain('emily.nakamura@example.com');
});

test('a conversation full of hostile names opens and offers everybody with an address', async () => {
  const page = await work.openThread(HOSTILE);

  const people = (await overlayOn(page).contactPicker.locator('option').allTextContents()).join(
    '\n',
  );

  expect(people).toContain('<img src=x onerror=alert(1)>');
  expect(people).not.toContain('not an address');
});
