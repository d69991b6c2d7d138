import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type AtWork, goToWork } from '../support/at-work';
import { emailStep, saveSequence } from '../support/save-sequence';
import { storedRows } from '../support/seed-store';
import { overlayOn } from './surfaces/overlay';

const call = {
  kind: 'callTask',
  delay: { days: 0, minutes: 0 },
  title: 'Call {{contact.first_name|them}}',
  note: 'Ask about the engine',
  priority: 'high',
  dueInDays: 0,
  hold: true,
} as const;

let work: AtWork;
const stored = () => storedRows(work.options.page);
const tasks = () => work.options.page.getByRole('list', { name: 'Open tasks' });

describe('a sequence with a call between two emails', () => {
  beforeAll(async () => {
    work = await goToWork({ undoSeconds: 0 });
    await work.options.changeSequence('Friendly introduction', 'Archive');
    const steps = [emailStep('Hello'), call, emailStep('As we said on the phone')];
    await saveSequence(work.options.page, { steps });
  });
  afterAll(() => work?.close());

  test('waits for the call, and goes on when it is done', async () => {
    const page = await work.openRecord(51);
    await overlayOn(page).enroll();
    await expect.poll(async () => (await work.sent()).length, { timeout: 60_000 }).toBe(1);
    await work.options.goTo('Tasks');
    await tasks().getByText('Call Ada').waitFor();
    await work.nudge();
    const before = (await work.sent()).length;
    const chip = await overlayOn(page).chip.innerText();

    await tasks().getByRole('button', { name: 'Done: Call Ada' }).click();

    await expect.poll(async () => (await work.sent()).length, { timeout: 60_000 }).toBe(2);
    expect(before).toBe(1);
    expect(chip).toContain('Waiting for your task');
    await expect
      .poll(async () => (await stored().all('enrollments')).map(({ state }) => state.kind))
      .toEqual(['finished']);
  });
});

describe('a rep who may not connect anything', () => {
  afterEach(() => work?.close());

  test('sends the email by hand, says so, and the sequence goes on', async () => {
    work = await goToWork({ undoSeconds: 0, client: 'none' });
    const { page, goTo } = work.options;
    await goTo('Mailbox');
    await page.getByText('Send by hand', { exact: true }).click();
    await page.getByLabel('Name that contacts see').fill('Robin Rep');
    await page.getByLabel('Your email address').fill('rep@example.com');
    await page.getByLabel('Opens in').selectOption({ label: 'The mail program of this computer' });
    await page.getByRole('button', { name: 'Send by hand from this address' }).click();
    await page.getByText('Emails from rep@example.com are sent by you.').waitFor();
    await work.options.changeSequence('Friendly introduction', 'Archive');
    await saveSequence(page);
    await overlayOn(await work.openRecord(51)).enroll();
    await goTo('Tasks');
    const ask = page.getByRole('list', { name: 'Emails to send by hand' });
    const link = ask.getByRole('link', { name: /^Open the email to ada\.kowalska/ });
    await link.waitFor({ timeout: 60_000 });
    const href = (await link.getAttribute('href')) ?? '';

    await ask.getByRole('button', { name: /^I sent it/ }).click();

    expect(href).toMatch(/^mailto:ada\.kowalska@example\.com\?subject=A%20question/);
    await ask.waitFor({ state: 'detached' });
    // At the earliest half a minute after it was asked for, like every draft whose fate is not known.
    await expect
      .poll(async () => (await stored().all('outbox')).map(({ state }) => state).sort(), {
        timeout: 120_000,
        interval: 1_000,
      })
      .toEqual(['due', 'sent']);
    expect((await stored().all('enrollments'))[0]).toMatchObject({ nextStep: 1 });
    expect(await work.sent()).toEqual([]);
  });
});
