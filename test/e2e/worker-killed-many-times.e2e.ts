import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { senderIdSchema, sequenceIdSchema } from '../../lib/domain/ids';
import { createChance } from '../simulate/chance';
import { askWorker } from '../support/ask-worker';
import { type AtWork, goToWork } from '../support/at-work';
import { DROPPED } from '../support/exchange';
import { saveSequence } from '../support/save-sequence';
import { storedRows } from '../support/seed-store';
import { until } from '../support/until';
import { REP } from '../support/world';

const SEED = 5;
const KILLS = 20;
const PEOPLE = 8;
const STEPS = 3;
/** Every death costs the lag that the engine waits out, for the email that was on its way. */
const PATIENCE_MS = 15 * 60_000;

const emailOf = (person: number) => `person${person}@c${person}.example.com`;
const chance = createChance(SEED);

let work: AtWork;
beforeAll(async () => {
  work = await goToWork({ undoSeconds: 0 });
});
afterAll(() => work?.close());

/** Kills the worker again and again, at requests to Gmail of chance's choosing. */
function killAtRandom(): { readonly moments: string[] } {
  const moments: string[] = [];
  let isKilling = false;
  work.sites.intercept(
    ({ url }) => url.pathname.startsWith('/gmail/v1/users/me/'),
    async ({ request, forward }) => {
      const isEffect = request.method !== 'GET';
      const dies = !isKilling && moments.length < KILLS && chance.isLucky(isEffect ? 0.4 : 0.15);
      if (!dies) return forward();
      isKilling = true;
      const moment = chance.pick(['before', 'unanswered', 'answered']);
      moments.push(`${moment} ${request.method} ${request.url.pathname.slice(19)}`);
      const kill = () =>
        work.browser.killWorker().finally(() => {
          isKilling = false;
        });
      if (moment === 'before') {
        await kill();
        return DROPPED;
      }
      const response = await forward();
      if (moment === 'answered') {
        setImmediate(() => void kill());
        return response;
      }
      await kill();
      return DROPPED;
    },
  );
  return { moments };
}

async function enrollEverybody(): Promise<void> {
  const { page } = work.options;
  const [sender] = await storedRows(page).all('senders');
  const step = (days: number) => ({
    kind: 'automatedEmail' as const,
    delay: { days, minutes: 0 },
    subject: 'A question',
    body: 'Hello.',
  });
  const sequences: string[] = [];
  for (const name of ['One', 'Two', 'Three']) {
    const steps = Array.from({ length: STEPS }, () => step(0));
    sequences.push(await saveSequence(page, { name, steps }));
  }
  for (let person = 0; person < PEOPLE; person += 1) {
    const outcome = await askWorker(page, 'enrollment.enroll', {
      person: { name: `Person ${person}`, emails: [emailOf(person)], properties: {} },
      sequenceId: v.parse(sequenceIdSchema, sequences[person % sequences.length]),
      senderId: v.parse(senderIdSchema, sender?.id),
      accepted: ['zoneKnown', 'coldLead', 'perMinuteLimit', 'quietTime'],
    });
    expect(outcome.kind).toBe('enrolled');
  }
}

/** Google's service counts the reading of the test as well, and may say that it is enough for now. */
async function readSent(): Promise<Awaited<ReturnType<AtWork['sent']>>> {
  const sent = await until(
    () => work.sent().catch(() => undefined),
    (messages) => messages !== undefined,
  );
  return sent ?? [];
}

/** Those whose number divides by three answer their first email as soon as they have it. */
async function answer(answered: Set<number>): Promise<void> {
  for (const { headers } of await readSent()) {
    const to = headers.get('to') ?? '';
    const person = Number(/person(\d+)@/.exec(to)?.[1] ?? 1);
    if (person % 3 !== 0 || answered.has(person)) continue;
    answered.add(person);
    const id = headers.get('message-id') ?? '';
    await work.google.deliver({
      to: REP.email,
      from: emailOf(person),
      subject: 'Re: A question',
      text: 'Talk to Marek.',
      inReplyTo: id,
      references: [id],
    });
  }
}

test(`${KILLS} deaths while several sequences run and answers come in: every email once`, {
  timeout: PATIENCE_MS + 120_000,
}, async () => {
  await enrollEverybody();
  const { moments } = killAtRandom();
  const answered = new Set<number>();
  const store = storedRows(work.options.page);
  let seen = 0;

  const isOver = async () => {
    // The worker may die before it has answered; the next alarm would start it as well.
    await work.nudge().catch(() => undefined);
    const rows = await store.all('outbox');
    const left = rows.filter(({ state }) => state === 'sent').length;
    if (left > seen) await answer(answered);
    seen = left;
    return {
      open: rows.filter(({ wakeAt }) => wakeAt !== undefined).length,
      kills: moments.length,
    };
  };
  await until(isOver, ({ open }) => open === 0, PATIENCE_MS);

  const [rows, enrollments, sent] = await Promise.all([
    store.all('outbox'),
    store.all('enrollments'),
    readSent(),
  ]);
  const keys = sent.map(({ headers }) => headers.get('x-sequence-overlay-key') ?? '');
  expect(moments).toHaveLength(KILLS);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.toSorted()).toEqual(
    rows
      .filter(({ state }) => state === 'sent')
      .map(({ key }) => key)
      .toSorted(),
  );
  expect(await work.drafts()).toEqual([]);
  const ends = enrollments.map(({ to, state, nextStep }) => {
    const isAnswered = answered.has(Number(/\d+/.exec(to)?.[0]));
    return { kind: state.kind, isRight: isAnswered || nextStep === STEPS };
  });
  expect(ends.every(({ isRight }) => isRight)).toBe(true);
  expect(ends.filter(({ kind }) => kind === 'unenrolled').length).toBeGreaterThan(0);
  expect(ends.filter(({ kind }) => kind === 'finished').length).toBeGreaterThan(PEOPLE / 2);
});
