import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { optionsOn } from '../e2e/surfaces/options.ts';
import { serveRoutes } from '../pages/serve-routes.ts';
import { askWorker } from '../support/ask-worker.ts';
import { setDeveloperMode } from '../support/browser-settings.ts';
import { type Google, startGoogle } from '../support/google-emulator.ts';
import { saveSequence } from '../support/save-sequence.ts';
import { startTlsSites } from '../support/tls-sites.ts';
import { CLIENT, REP } from '../support/world.ts';
import { checkDatabase } from './check-database.ts';
import { mailProblems, sentMail } from './check-mail.ts';
import { backendIn, type Damage, keepCopy, replaceDatabase } from './damage.ts';
import { enrollOne, keepWorking, type Work } from './keep-working.ts';
import { EXTENSION_ID, type MortalBrowser, startMortal } from './mortal-browser.ts';
import { seeded } from './random.ts';
import { REPS, SECOND_REP } from './reps.ts';

const DAMAGES: readonly Damage[] = ['wiped', 'rolledBack', 'recreated'];

export interface KillOptions {
  readonly args: readonly string[];
  readonly kills: number;
  readonly seed: number;
  /** Emails of the sequence; the second one leaves a minute after the first. */
  readonly emails: 1 | 2;
  /** The database is damaged after every so many kills. */
  readonly damageEvery: number;
  readonly say: (line: string) => void;
}

export interface KillReport {
  readonly backend: string;
  readonly kills: number;
  readonly injected: Readonly<Record<Damage, number>>;
  readonly detected: Readonly<Record<Damage, number>>;
  /** Lost by the browser itself, and brought back. */
  readonly natural: number;
  readonly acknowledged: number;
  readonly emails: number;
  readonly violations: readonly string[];
}

/**
 * A rep enrolls, the worker sends, and the whole browser dies at random moments; now and then its
 * database is lost as well. At the end everybody has got every email exactly once.
 */
export async function killRun(options: KillOptions): Promise<KillReport> {
  const profile = await mkdtemp(join(tmpdir(), 'sequence-overlay-kill-'));
  const copies = await mkdtemp(join(tmpdir(), 'sequence-overlay-copies-'));
  const google = await startGoogle({
    users: REPS,
    clients: [{ ...CLIENT, redirectUris: [`https://${EXTENSION_ID}.chromiumapp.org/`] }],
  });
  const sites = await startTlsSites({ google: google.origin, page: serveRoutes });
  const start = (folder = profile) =>
    startMortal({ profile: folder, sitesPort: sites.port, args: options.args });
  try {
    const foreign = await foreignDatabase(start, copies);
    return await lives({ ...options, profile, copies, foreign, google, start });
  } finally {
    await sites.close();
    await google.close();
    for (const folder of [profile, copies]) {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  }
}

type Start = (folder?: string) => Promise<MortalBrowser>;

/** What somebody else's first use leaves: a database that is whole, and not ours. */
async function foreignDatabase(start: Start, copies: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sequence-overlay-foreign-'));
  const browser = await start(folder);
  await askWorker(await browser.openOwn('options.html'), 'contact.status', { people: [] });
  await browser.close();
  await keepCopy(folder, join(copies, 'foreign'));
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  return join(copies, 'foreign');
}

interface World extends KillOptions {
  readonly profile: string;
  readonly copies: string;
  readonly foreign: string;
  readonly google: Google;
  readonly start: Start;
}

async function lives(world: World): Promise<KillReport> {
  const { profile, copies, start, say, kills } = world;
  const random = seeded(world.seed);
  const violations: string[] = [];
  const injected = { wiped: 0, rolledBack: 0, recreated: 0 };
  const detected = { wiped: 0, rolledBack: 0, recreated: 0 };
  /** Address → id, of those whose enrolling was answered. */
  const acknowledged = new Map<string, string>();
  const wanted: string[] = [];
  let natural = 0;
  let lastLoss = 0;
  let expected: Damage | undefined;

  const first = await start();
  const sequenceId = await setUp(first, world.emails);
  await first.close();
  const backend = await backendIn(profile);
  await keepCopy(profile, join(copies, 'old'));

  for (let life = 1; life <= kills + 1; life += 1) {
    const browser = await start();
    const page = await browser.openOwn('options.html#enrollments');
    await askWorker(page, 'contact.status', { people: [] });
    const checked = await checkDatabase(page);
    violations.push(...checked.torn.map((what) => `life ${life}: ${what}`));
    const loss = checked.loss && checked.loss.at > lastLoss ? checked.loss : undefined;
    if (loss) lastLoss = loss.at;
    if (expected !== undefined && loss?.cause === expected) detected[expected] += 1;
    else if (expected !== undefined) {
      violations.push(`life ${life}: ${expected}, and found ${loss?.cause ?? 'whole'}`);
    } else if (loss) natural += 1;
    expected = undefined;
    for (const [address, id] of acknowledged) {
      if (!checked.enrollments.some((one) => one.id === id)) {
        violations.push(`life ${life}: ${address} was enrolled and is not known any more`);
      }
    }
    for (const { connection, address } of checked.senders) {
      if (connection === 'expired') await reconnect(page, address);
    }
    const senders = checked.senders.map(({ id }) => id);
    if (life > kills) {
      await finish(page, { sequenceId, senders, wanted, acknowledged }, say);
      await browser.close();
      break;
    }
    const work = keepWorking(page, {
      sequenceId,
      senders,
      wanted,
      acknowledged,
      life,
    });
    await new Promise((resolve) => setTimeout(resolve, 150 + random() * 2_350));
    await browser.kill();
    await work;
    if (life % world.damageEvery === 0) {
      const damage = DAMAGES[(life / world.damageEvery - 1) % DAMAGES.length] ?? 'wiped';
      if (damage === 'wiped') await replaceDatabase(profile);
      if (damage === 'recreated') await replaceDatabase(profile, world.foreign);
      if (damage === 'rolledBack') await replaceDatabase(profile, join(copies, 'old'));
      injected[damage] += 1;
      expected = damage;
    } else if (life % world.damageEvery === 2) await keepCopy(profile, join(copies, 'old'));
    say(`life ${life}: ${acknowledged.size} enrolled${expected ? `, then ${expected}` : ''}`);
  }
  violations.push(...(await mailProblems(world, acknowledged)));
  const emails = (await sentMail(world.google)).length;
  const count = acknowledged.size;
  return { backend, kills, injected, detected, natural, acknowledged: count, emails, violations };
}

async function setUp(browser: MortalBrowser, emails: number): Promise<string> {
  await setDeveloperMode(browser.context);
  const page = await browser.openOwn('options.html#mailbox');
  const surface = optionsOn(page);
  await surface.enterClient(CLIENT);
  await surface.connect(REP.email);
  await askWorker(page, 'settings.save', { undoSeconds: 0 });
  const [google] = await Promise.all([
    browser.context.waitForEvent('page'),
    page.getByRole('button', { name: 'Connect another Gmail' }).click(),
  ]);
  await google.getByRole('button', { name: SECOND_REP.email }).click();
  await page.getByText(`Connected: ${SECOND_REP.email}`).waitFor();
  return saveSequence(page, {
    name: 'Twice',
    steps: [
      {
        kind: 'automatedEmail' as const,
        delay: { days: 0, minutes: 0 },
        subject: 'One',
        body: 'One.',
      },
      {
        kind: 'automatedEmail' as const,
        delay: { days: 0, minutes: 1 },
        subject: 'Two',
        body: 'Two.',
      },
    ].slice(0, emails),
    settings: { unsubscribe: false },
  });
}

/** The rep connects a mailbox again; a window that does not come is asked for once more. */
async function reconnect(page: Page, address: string): Promise<void> {
  try {
    await optionsOn(page).reconnect(address);
  } catch {
    await page.reload();
    await optionsOn(page).reconnect(address);
  }
}

/** Longer than any wait of the engine that nothing goes wrong for. */
const STANDING_STILL = 5 * 60_000;

/** Nobody dies any more: whoever the rep finds free is enrolled, and everything is sent. */
async function finish(page: Page, work: Work, say: KillOptions['say']): Promise<void> {
  const stored = await checkDatabase(page);
  const known = new Set<string>(stored.enrollments.map(({ to }) => to));
  for (const address of work.wanted.filter((one) => !known.has(one))) {
    await enrollOne(page, work, address);
  }
  for (const { to, id } of stored.enrollments) work.acknowledged.set(to, id);
  // The senders' limits set the pace, so it takes as long as it takes; standing still is the end.
  let fewest = Number.POSITIVE_INFINITY;
  let movedAt = Date.now();
  while (Date.now() - movedAt < STANDING_STILL) {
    await askWorker(page, 'engine.nudge', {});
    const { outbox } = await checkDatabase(page);
    if (outbox.every(({ state }) => state === 'sent' || state === 'failed')) return;
    const open = outbox.filter(({ state }) => state === 'due' || state === 'sending');
    if (open.length < fewest) [fewest, movedAt] = [open.length, Date.now()];
    const waiting = Map.groupBy(open, ({ state, waiting: why }) => why ?? state);
    const counts = [...waiting].map(([why, all]) => `${why} ${all.length}`).join(', ');
    say(`to be sent: ${open.length} (${counts})`);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
  }
}
