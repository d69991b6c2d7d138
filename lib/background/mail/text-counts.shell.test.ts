import { beforeEach, expect, test } from 'vitest';
import { enroll } from '@/lib/background/enrolling/enroll';
import { saveSequence } from '@/lib/background/sequences/save-sequence';
import type { OutboxRow } from '@/lib/domain/enrollment/outbox-row';
import { textKey } from '@/lib/domain/sequence/text-key';
import { DAY, SECOND } from '@/lib/time/instant';
import {
  anEmailStep,
  aSender,
  aSequence,
  senderId,
  sequenceId,
  stepId,
} from '@/test/support/builders';
import { createWorkerWorld, somePeople, type WorkerWorld } from '@/test/support/worker-world';
import { watchMailbox } from './watch-mailbox';

const never = new AbortController().signal;
const ID = sequenceId('sequence-1');
const FIRST = anEmailStep({
  variants: [{ id: 'b', subject: 'B', body: 'Another text.', share: 50 }],
});
const SECOND_STEP = anEmailStep({
  id: stepId('step-2'),
  delay: { days: 1, minutes: 0 },
  body: 'Still there?',
});
const THIRD = anEmailStep({
  id: stepId('step-3'),
  delay: { days: 9, minutes: 0 },
  body: 'Last one.',
});
const STEPS = [FIRST, SECOND_STEP, THIRD];
const PEOPLE = 8;
let world: WorkerWorld;

beforeEach(async () => {
  world = await createWorkerWorld({
    sequences: [aSequence({ steps: STEPS })],
    senders: [aSender({ dailyLimit: 100 })],
  });
  for (const person of somePeople(PEOPLE)) {
    await enroll(world.life(), {
      person,
      sequenceId: ID,
      senderId: senderId('sender-1'),
      placeholders: {},
      accepted: ['quietTime'],
    });
  }
  world.now += 10 * SECOND;
  await runDue();
});

const runDue = () => world.life().engine.runDue(never);
const rows = async (): Promise<readonly OutboxRow[]> => (await world.database()).getAll('outbox');
const texts = async () => (await (await world.database()).get('sequences', ID))?.texts ?? {};
const sum = async (what: 'sent' | 'answered') =>
  Object.values(await texts()).reduce((all, one) => all + one[what], 0);

/** What person 0 writes, in the conversation of the first email that they got. */
async function answers(messageId: string): Promise<void> {
  const life = world.life();
  world.provider.inbox.push({
    messageId,
    threadId: 'somewhere',
    at: world.now,
    own: false,
    headers: new Map([['from', 'person0@c0.example.com']]),
  });
  await watchMailbox({ ...life, exit: life.engine.exit }, aSender(), never);
}

test('every email is counted once, for the text that it was', async () => {
  const [variant] = FIRST.variants ?? [];
  if (variant === undefined) throw new Error('a variant');
  const counted = await texts();
  const a = counted[textKey(FIRST.id, FIRST)]?.sent ?? 0;
  const b = counted[textKey(FIRST.id, variant)]?.sent ?? 0;

  expect([a > 0, b > 0, a + b]).toEqual([true, true, PEOPLE]);
  expect((await rows()).filter(({ state }) => state === 'sent')).toHaveLength(PEOPLE);
});

test('a first answer counts for the text that reached them last, a second one for nothing', async () => {
  world.now += DAY + 10 * SECOND;
  await runDue();

  await answers('reply-1');
  await answers('reply-2');

  expect(await sum('answered')).toBe(1);
  expect((await texts())[textKey(SECOND_STEP.id, SECOND_STEP)]).toMatchObject({ answered: 1 });
});

test('an answer after a step that was left out counts for the email before it', async () => {
  const enrollments = await (await world.database()).getAll('enrollments');
  const own = enrollments.find(({ to }) => to === 'person0@c0.example.com');
  if (own === undefined) throw new Error('an enrollment');
  expect((await world.life().engine.skip(own.id)).kind).toBe('skipped');

  await answers('reply-1');

  expect(await sum('answered')).toBe(1);
  expect((await texts())[textKey(SECOND_STEP.id, SECOND_STEP)]).toBeUndefined();
});

test('the counts outlive a new version of the sequence', async () => {
  const before = await texts();

  const saved = await saveSequence(world.life(), {
    id: ID,
    basedOn: 1,
    name: 'A better name',
    steps: STEPS,
    settings: aSequence().settings,
    access: { kind: 'everyone' },
  });

  expect(saved.kind).toBe('saved');
  expect(await texts()).toEqual(before);
});
