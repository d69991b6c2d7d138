import { beforeEach, expect, test } from 'vitest';
import { DAY } from '@/lib/time/instant';
import { ADA, type AnswersWorld, createAnswersWorld, fromAda } from '@/test/support/answers-world';

let answers: AnswersWorld;

beforeEach(async () => {
  answers = await createAnswersWorld();
});

const REPORT = {
  from: 'mailer-daemon@googlemail.com',
  subject: 'Delivery Status Notification (Failure)',
  'x-failed-recipients': ADA,
  'content-type': 'multipart/report; report-type=delivery-status',
};
const report = () => fromAda(answers, REPORT);
const FULL = '552 5.2.2 The email account that you tried to reach is over quota.';

const suppressed = async () => (await answers.world.database()).getAll('suppression');

test('an address that does not exist is not written to again', async () => {
  const { ada, read, stateOf } = answers;

  await read(report(), '550 5.1.1 User unknown');

  expect(await stateOf(ada)).toMatchObject({ kind: 'unenrolled', reason: 'bounced' });
  expect(await suppressed()).toMatchObject([{ address: ADA, reason: 'bounced' }]);
});

test('a full mailbox is written to again, until that has failed three times in a row', async () => {
  const { world, ada, read, runDue, stateOf, codes } = answers;
  const seen: unknown[] = [];

  for (let email = 1; email <= 3; email += 1) {
    const message = report();
    await read(message, FULL);
    await read(message, FULL);
    seen.push((await stateOf(ada))?.kind, (await suppressed()).length);
    world.now += 5 * DAY;
    await runDue();
  }

  // The third email was the last one, so that nothing is left to end.
  expect(seen).toEqual(['active', 0, 'active', 0, 'finished', 1]);
  expect((await codes()).filter((code) => code === 'softBounceSeen')).toHaveLength(3);
});

test('a delay is no bounce', async () => {
  const { ada, read, stateOf, codes } = answers;
  const late = { ...REPORT, subject: 'Delivery Status Notification (Delay)' };

  await read(fromAda(answers, late), 'Action: delayed\nStatus: 4.4.1');

  expect(await stateOf(ada)).toEqual({ kind: 'active' });
  expect(await codes()).toEqual(['enrolled', 'stepSent', 'autoReplySeen']);
});

test('whoever has left the company is not written to again', async () => {
  const { ada, read, stateOf, codes } = answers;
  const automatic = { subject: 'Automatic reply: x', 'auto-submitted': 'auto-generated' };

  await read(fromAda(answers, automatic), 'Ada King is no longer with Engines.');

  expect(await stateOf(ada)).toMatchObject({ kind: 'unenrolled', reason: 'bounced' });
  expect(await codes()).toEqual(['enrolled', 'stepSent', 'leftSeen', 'suppressed', 'unenrolled']);
});
