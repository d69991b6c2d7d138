import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtWork, goToWork } from '../support/at-work';
import { DROPPED } from '../support/exchange';
import { MICROSOFT_APP, REP } from '../support/world';
import { overlayOn } from './surfaces/overlay';

let work: AtWork;
beforeAll(async () => {
  work = await goToWork({ client: 'none', undoSeconds: 0 });
});
afterAll(() => work?.close());

const sent = () => work.microsoft.sent(REP.email);
const isSend = ({ host, method, url }: { host: string; method: string; url: URL }) =>
  host === 'graph.microsoft.com' && method === 'POST' && url.pathname.endsWith('/send');

test('an Outlook mailbox is connected in the window that Microsoft opens', async () => {
  await work.options.enterMicrosoftApp(MICROSOFT_APP);

  await work.options.connect(REP.email, 'Outlook');

  const list = work.options.page.getByRole('list', { name: 'Connected mailboxes' });
  expect(await list.innerText()).toMatch(/rep@example\.com\s+Outlook[\s\S]*Connected/);
});

test('enrolling on a record sends one email through Graph, with its key and its text', async () => {
  const page = await work.openRecord(51);

  await overlayOn(page).enroll();

  await expect.poll(sent, { timeout: 30_000 }).toHaveLength(1);
  await expect.poll(() => overlayOn(page).chip.innerText()).toContain('Step 2 of 3');
  const [email] = sent();
  expect(email?.headers.get('to')).toContain('<ada.kowalska@example.com>');
  expect(email?.headers.get('x-sequence-overlay-key')).toMatch(/:0$/);
  expect(email?.message.body.content).toContain('Ada');
  expect(await work.sent()).toEqual([]);
});

test('an answer that a rule files elsewhere ends the enrollment', async () => {
  const [email] = sent();
  const folder = work.microsoft.mailboxOf(REP.email).addFolder('inbox');
  work.microsoft.deliver({
    to: REP.email,
    from: 'Ada Kowalska <ada.kowalska@example.com>',
    subject: 'Re: A quick question, Ada',
    text: 'Talk to Marek.',
    inReplyTo: email?.headers.get('message-id') ?? '',
    folder: folder.id,
  });

  await work.nudge();

  await work.options.goTo('Enrollments');
  await expect
    .poll(() => work.options.enrollment('ada.kowalska@example.com').innerText())
    .toMatch(/Unenrolled[\s\S]*Replied/);
});

test('an email whose sending lost its answer, and whose worker died, leaves once', async () => {
  let lost = 0;
  // The browser itself repeats a request when a kept connection breaks: that is lost as well.
  work.sites.intercept(isSend, async ({ forward }) => {
    await forward();
    lost += 1;
    return DROPPED;
  });
  const page = await work.openRecord(52);
  await overlayOn(page).enroll();
  await expect.poll(() => lost, { timeout: 30_000 }).toBeGreaterThan(0);

  await work.browser.killWorker();

  await expect
    .poll(() => overlayOn(page).chip.innerText(), { timeout: 100_000 })
    .toContain('Step 2 of 3');
  const toBen = sent().filter(({ headers }) => headers.get('to')?.includes('ben.okafor@'));
  expect(toBen).toHaveLength(1);
});

test('access that the company takes back is said, with what to do', async () => {
  work.microsoft.revoke(REP.email);

  await work.nudge();

  await work.options.goTo('Mailbox');
  await work.options.page.getByText('Microsoft no longer lets Sequence Overlay in').waitFor();
  await work.options.reconnect(REP.email);
  await work.options.page.getByText('Microsoft no longer').waitFor({ state: 'hidden' });
});
