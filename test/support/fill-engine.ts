import type { Page } from 'playwright-core';
import { askWorker } from './ask-worker.ts';
import type { AtWork } from './at-work.ts';
import { answer } from './exchange.ts';
import { emailStep, saveSequence } from './save-sequence.ts';
import { storedRows } from './seed-store.ts';
import { until } from './until.ts';
import { MICROSOFT_APP, REP } from './world.ts';

const HOUR = 3_600_000;
const BY_HAND = 'robin.rep@hand.example.com';
const CALL = {
  kind: 'callTask',
  delay: { days: 0, minutes: 0 },
  title: 'Call {{contact.first_name|them}}',
  note: 'Ask how the engine runs, and who decides about a second one.',
  priority: 'high',
  dueInDays: 0,
  hold: true,
} as const;

/**
 * One of everything that an engine shows: an Outlook mailbox and one without a connection, days
 * away, tasks of a sequence, emails that wait, leave by hand, are planned or failed, and what a
 * break and a lost database leave to be read. Expects a world without a mailbox.
 */
export async function fillEngine(work: AtWork): Promise<void> {
  const { page } = work.options;
  await work.options.enterMicrosoftApp(MICROSOFT_APP);
  await work.options.connect(REP.email, 'Outlook');
  await askWorker(page, 'mailbox.byHand', {
    address: BY_HAND,
    name: 'Robin Rep',
    program: 'mail',
    zone: 'Europe/Warsaw',
  });
  const senders = await storedRows(page).all('senders');
  const senderId = (kind: string) => senders.find((one) => one.kind === kind)?.id ?? '';
  const long = 'Second half of the year: engines for warehouses, with a call between two emails';
  const plain = await saveSequence(page);
  const calls = await saveSequence(page, {
    name: long,
    steps: [CALL, emailStep('As we said on the phone')],
  });
  const enroll = async (name: string, sequenceId: string, kind: string) => {
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@${name.length}.example.com`;
    const outcome = await askWorker(page, 'enrollment.enroll', {
      person: { name, emails: [email], zone: 'Europe/Warsaw', properties: {} },
      sequenceId,
      senderId: senderId(kind),
      accepted: ['coldLead', 'perMinuteLimit', 'quietTime', 'sameCompany'],
    });
    if (outcome.kind !== 'enrolled') throw new Error(JSON.stringify(outcome.checks));
  };
  const outbox = () => storedRows(page).all('outbox');
  const isThere = (what: (row: Awaited<ReturnType<typeof outbox>>[number]) => boolean) =>
    until(outbox, (rows) => rows.some(what));

  await enroll('Ada Kowalska', calls, 'outlook');
  await enroll('Ben Okafor', plain, 'outlook');
  await isThere(({ state, stepIndex }) => state === 'due' && stepIndex === 1);
  const takeBack = work.sites.intercept(
    ({ host, method }) => host === 'graph.microsoft.com' && method === 'POST',
    async () => answer(400, { error: { code: 'ErrorMessageSizeExceeded', message: 'No.' } }),
  );
  await enroll('Carla Maria Montenegro-Villanueva de la Fuente', plain, 'outlook');
  await isThere(({ state }) => state === 'failed');
  takeBack();
  await enroll('Dana Li', plain, 'compose');
  await isThere(({ state, waiting }) => state === 'sending' || waiting !== undefined);
  await planDaysAway(page);
  const now = Date.now();
  await storedRows(page).put(
    'meta',
    { key: 'loss', value: { cause: 'wiped', at: now - HOUR, live: 3, sent: 12, damaged: 1 } },
    {
      key: 'catchUp',
      value: {
        since: now - 9 * HOUR,
        began: now - HOUR,
        afterLine: 0,
        isOpen: false,
        done: { sent: 2, moved: 1, asked: 1, replies: 1 },
      },
    },
  );
  await work.options.goTo('Outbox');
  await page.getByRole('button', { name: 'Pause all' }).click();
  await page.getByText(/^Everything is paused since/).waitFor();
  await work.options.goTo('Backups');
  await page.getByRole('button', { name: 'Back up now' }).click();
  await page.getByRole('list', { name: 'Copies' }).waitFor();
  await page.reload();
}

async function planDaysAway(page: Page): Promise<void> {
  const row = page.getByRole('list', { name: 'Connected mailboxes' }).getByRole('listitem');
  const outlook = row.filter({ hasText: REP.email });
  await outlook.getByText('Days away', { exact: true }).click();
  await outlook.getByLabel('First day').fill('2030-12-24');
  await outlook.getByLabel('Last day').fill('2031-01-02');
  await outlook.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText('Saved. What was planned on these days moves.').waitFor();
}
