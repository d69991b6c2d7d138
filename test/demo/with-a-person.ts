import { createInterface } from 'node:readline';
import { openWorld, REP, type World } from '../support/world.ts';
import { replyTo } from './reply.ts';
import { say, sayMessage } from './say.ts';

const RECORD = 'https://app.hubspot.com/contacts/4711/record/0-1/51';
const LIST = 'https://app.hubspot.com/contacts/4711/objects/0-1/views/all/list';
const MAIL = 'https://mail.google.com/mail/u/0/#inbox';
const LOOK_EVERY_MS = 1_000;

const STEPS = [
  'In the tab "Sequence Overlay": tick Gmail and HubSpot, click "Switch on", and allow it.',
  `Click "Connect your mailbox", then "Connect Gmail", and choose ${REP.name} in the window.`,
  'Go to the tab with Ada Kowalska’s record in HubSpot: click "Enroll", read the first email, "Enroll".',
  'Go to the tab with the inbox: open a conversation and enroll somebody there as well.',
  'Click the puzzle piece beside the address bar, then "Sequence Overlay": what is running, and how much is left.',
  'What leaves the mailbox is printed here. Press Enter here, and the last contact answers.',
  'Close the browser, or press Ctrl+C here, to end. Nothing is kept.',
];

/** Opens everything, says what to click, and prints what arrives in the mailbox meanwhile. */
export async function runWithPerson(onWorld: (world: World) => void): Promise<void> {
  const world = await openWorld({ headless: false, granted: [] });
  onWorld(world);
  const { context, firstRun } = world.browser;
  const closed = new Promise((resolve) => context.once('close', resolve));
  for (const url of [RECORD, LIST, MAIL]) await (await context.newPage()).goto(url);
  await firstRun.bringToFront();

  say('\nEverything here is local: the mailbox, the CRM and the people in it are made up.\n');
  for (const [index, step] of STEPS.entries()) say(`  ${index + 1}. ${step}`);
  say();

  const stop = new AbortController();
  const watching = printSent(world, stop.signal);
  const input = createInterface({ input: process.stdin });
  input.on('line', () => void answerLast(world));
  await closed;
  stop.abort();
  input.close();
  await watching;
}

async function sentMessages({ google }: World) {
  const all = await google.mailbox(REP.email);
  return all.filter(({ labels }) => labels.includes('SENT')).toReversed();
}

async function printSent(world: World, stop: AbortSignal): Promise<void> {
  const printed = new Set<string>();
  while (!stop.aborted) {
    for (const message of await sentMessages(world)) {
      if (printed.has(message.id)) continue;
      printed.add(message.id);
      say(`  A message left ${REP.email}:`);
      await sayMessage(message);
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

async function answerLast(world: World): Promise<void> {
  const last = (await sentMessages(world)).at(-1);
  if (last === undefined) {
    say('  Nobody has got an email yet. Enroll somebody first.');
    return;
  }
  const reply = await replyTo(world.google, last, 'Thanks! Please talk to Marek about this.');
  say('  The contact answered. Within a minute the enrollment ends by itself:');
  await sayMessage(reply);
}
