import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { overlayOn } from '../e2e/surfaces/overlay.ts';
import { openPopup } from '../e2e/surfaces/popup.ts';
import { type AtWork, goToWork } from '../support/at-work.ts';
import { until } from '../support/until.ts';
import { REP } from '../support/world.ts';
import { replyTo } from './reply.ts';
import { oneLine, say, sayMessage } from './say.ts';

const SHOTS = fileURLToPath(new URL('../../.output/demo/', import.meta.url));
const PILOT = 'FMfcgzQXKDPbFzvKjlmnNTPnzqLzGVsN';

/** The whole job without a person: every line is read from a page or from the mailbox. */
export async function runByItself(onWorld: (work: AtWork) => void): Promise<void> {
  await mkdir(SHOTS, { recursive: true });
  say('Opening Chromium without a window, Gmail and HubSpot are switched on …');
  const work = await goToWork({ client: 'build' });
  onWorld(work);
  say(
    `Mailbox: ${oneLine(await work.options.page.getByRole('list', { name: 'Connected mailboxes' }).innerText())}`,
  );
  await shot(work.options.page, 'options-mailbox');

  say('\nHubSpot, the record of a contact: clicking Enroll …');
  const record = await work.openRecord(51);
  await enroll(record, 'overlay-hubspot');
  say('Gmail, a conversation: clicking Enroll …');
  const thread = await work.openThread(PILOT);
  await enroll(thread, 'overlay-gmail');

  say(
    '\nThe first emails are held for 10 seconds, so that they can be undone. Waiting for the mailbox …',
  );
  const sent = await until(work.sent, (messages) => messages.length === 2);
  for (const message of sent) {
    say('\n  A message in Sent:');
    await sayMessage(message);
  }
  const popup = await openPopup(work.browser, record);
  await popup.page.getByText('Step 2 of 3').waitFor();
  await shot(popup.page, 'popup');
  say(`Popup: ${oneLine(await popup.text())}`);

  await receiveReply(work, record, sent[0]);
}

async function enroll(page: Page, name: string): Promise<void> {
  const overlay = overlayOn(page);
  await overlay.open();
  await shot(page, `${name}-popover`);
  await overlay.enrollButton.click();
  await overlay.unenrollButton.waitFor();
  await shot(page, name);
  say(`  The control now says: ${oneLine(await overlay.chip.innerText())}`);
}

type Sent = Awaited<ReturnType<AtWork['sent']>>[number];

async function receiveReply(work: AtWork, page: Page, first: Sent | undefined): Promise<void> {
  if (first === undefined) throw new Error('nothing was sent');
  say('\nThe contact answers:');
  await sayMessage(await replyTo(work.google, first, 'Thanks! Please talk to Marek about this.'));
  await work.nudge();
  const overlay = overlayOn(page);
  await overlay.chip.getByRole('button', { name: 'Enroll again' }).waitFor();
  say(`The control now says: ${oneLine(await overlay.chip.innerText())}`);
  await shot(page, 'overlay-replied');
  await work.options.goTo('Enrollments');
  const lines = work.options.page.getByRole('list', { name: 'Enrollments' }).getByRole('listitem');
  await lines.filter({ hasText: 'Replied' }).waitFor();
  for (const line of await lines.allInnerTexts()) say(`Options: ${oneLine(line)}`);
  await shot(work.options.page, 'options-enrollments');
  const all = await work.google.mailbox(REP.email);
  say(
    `\nThe mailbox of ${REP.email} holds ${all.length} messages, ${(await work.sent()).length} of them sent.`,
  );
  say(`Screenshots: ${SHOTS}`);
}

async function shot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${SHOTS}${name}.png` });
}
