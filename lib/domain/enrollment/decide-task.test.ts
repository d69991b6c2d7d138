import { describe, expect, test } from 'vitest';
import { bucketOf } from '@/lib/domain/limits/bucket';
import { DAY } from '@/lib/time/instant';
import {
  aCallStep,
  anEmailStep,
  aRequest,
  aSender,
  aSequence,
  goodFacts,
  NOW,
  senderId,
  stepId,
} from '@/test/support/builders';
import { decide } from './decide';

const bucket = {
  senderId: senderId('sender-1'),
  start: bucketOf(NOW),
  sent: 5,
  scheduled: 0,
  minutes: [5, 0, 0, 0, 0],
};
const full = aSender({ dailyLimit: 5, perMinute: 1 });
const email = anEmailStep({ id: stepId('step-2'), delay: { days: 2, minutes: 0 } });
const begins = aSequence({ steps: [aCallStep(), email] });
const not = (of: ReturnType<typeof decide>) =>
  of.checks.filter(({ result }) => result !== 'pass').map(({ code }) => code);

describe('a sequence that begins with a task', () => {
  test('needs no place in a day that is full', () => {
    const facts = goodFacts({ sequence: begins, sender: full, buckets: [bucket] });

    expect(decide(aRequest(), facts, NOW).kind).toBe('enroll');
    expect(not(decide(aRequest(), { ...facts, sequence: aSequence() }, NOW))).toContain(
      'dailyLimit',
    );
  });

  test('asks nobody about the hour', () => {
    const settings = {
      ...begins.settings,
      days: 'weekdays',
      window: { start: 0, end: 1 },
    } as const;
    const sunday = NOW + 5 * DAY;

    expect(
      not(decide(aRequest(), goodFacts({ sequence: { ...begins, settings } }), sunday)),
    ).toEqual([]);
  });

  test('still says that the mailbox must be connected for the emails to come', () => {
    const sender = aSender({ connection: 'revoked' });
    const tasks = aSequence({ steps: [aCallStep()] });

    expect(not(decide(aRequest(), goodFacts({ sequence: begins, sender }), NOW))).toEqual([
      'senderEligible',
    ]);
    expect(not(decide(aRequest(), goodFacts({ sequence: tasks, sender }), NOW))).toEqual([]);
  });
});

describe('tokens that nothing fills', () => {
  const raw = '{{contact.title}}';

  test('stand against enrolling in any version of an email', () => {
    const variants = [{ id: 'b', subject: 'B', body: raw, share: 1 }];
    const sequence = aSequence({ steps: [anEmailStep({ variants })] });

    expect(not(decide(aRequest(), goodFacts({ sequence }), NOW))).toEqual(['tokensFilled']);
  });

  test('do not in what only the rep reads', () => {
    const sequence = aSequence({ steps: [aCallStep({ title: raw, note: raw })] });

    expect(not(decide(aRequest(), goodFacts({ sequence }), NOW))).toEqual([]);
  });
});
