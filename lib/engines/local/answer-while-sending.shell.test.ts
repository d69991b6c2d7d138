import { beforeEach, expect, test } from 'vitest';
import type { EnrolledStatus } from '@/lib/rpc/views';
import { DAY, MINUTE, SECOND } from '@/lib/time/instant';
import { type AnswersWorld, createAnswersWorld, fromAda } from '@/test/support/answers-world';

let answers: AnswersWorld;
let bob: EnrolledStatus;

/** Bob's first email is due. */
beforeEach(async () => {
  answers = await createAnswersWorld();
  ({ bob } = await answers.others());
  answers.world.now += MINUTE;
});

const BOB = { from: 'bob@engines.example.net', to: 'rita@seller.example.com' };

/** This arrives while the draft to Bob is being made, which takes some seconds. */
function arrivesMeanwhile(message: ReturnType<typeof fromAda>) {
  const { world } = answers;
  const { mailbox } = world.provider;
  world.mailbox = {
    ...mailbox,
    createDraft: async (draft, signal) => {
      if (draft.key.startsWith(bob.enrollmentId)) world.provider.inbox.push(message);
      world.now += 3 * SECOND;
      return mailbox.createDraft(draft, signal);
    },
  };
}

const toBob = () =>
  answers.world.provider.sent.filter(({ key }) => key.startsWith(bob.enrollmentId));

test('whoever answers while the email is being made gets none, and no draft stays behind', async () => {
  const { world, runDue, stateOf } = answers;
  arrivesMeanwhile(fromAda(answers, BOB, { threadId: 'another' }));

  await runDue();

  expect(await stateOf(bob)).toMatchObject({ kind: 'unenrolled', reason: 'replied' });
  expect(toBob()).toEqual([]);
  expect([...world.provider.drafts.values()]).toEqual([]);
});

test('whom the rep writes to while the email is being made gets it when the rep says so', async () => {
  const { world, runDue, stateOf } = answers;
  const byHand = { from: BOB.to, to: BOB.from, subject: 'Hi' };
  arrivesMeanwhile(fromAda(answers, byHand, { threadId: 'another', own: true }));

  await runDue();
  world.now += DAY;
  await runDue();

  expect(await stateOf(bob)).toMatchObject({ kind: 'paused', why: 'ownMessage' });
  expect(toBob()).toEqual([]);
  expect([...world.provider.drafts.values()]).toEqual([]);
  await world.deps.engine.resume(bob.enrollmentId);
  await runDue();
  expect(toBob()).toHaveLength(1);
});

test('whoever turns out to be away while the email is being made gets it when they are back', async () => {
  const { world, runDue, stateOf } = answers;
  const away = { ...BOB, subject: 'Automatic reply: Hi', 'auto-submitted': 'auto-replied' };
  arrivesMeanwhile(fromAda(answers, away, { threadId: 'another' }));

  await runDue();
  expect(await stateOf(bob)).toMatchObject({ kind: 'paused', why: 'absence' });
  expect(toBob()).toEqual([]);
  world.now += 15 * DAY;
  await runDue();

  expect(toBob()).toHaveLength(1);
  expect([...world.provider.drafts.values()]).toEqual([]);
});

test('a mailbox that cannot be asked again keeps the email, and it leaves once', async () => {
  const { world, runDue } = answers;
  const { mailbox } = world.provider;
  let looks = 0;
  world.mailbox = {
    ...mailbox,
    createDraft: async (draft, signal) => {
      world.now += 3 * SECOND;
      return mailbox.createDraft(draft, signal);
    },
    changesSince: async (query, signal) => {
      looks += 1;
      return looks === 2 ? { kind: 'unavailable' } : mailbox.changesSince(query, signal);
    },
  };

  await runDue();
  world.now += 5 * MINUTE;
  await runDue();

  expect(toBob()).toHaveLength(1);
  expect([...world.provider.drafts.values()]).toEqual([]);
});
