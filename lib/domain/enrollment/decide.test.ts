import { expect, test } from 'vitest';
import { bucketOf } from '@/lib/domain/limits/bucket';
import {
  aContact,
  address,
  anEmailStep,
  aRequest,
  aSender,
  aSequence,
  goodFacts,
  NOW,
  senderId,
  stepId,
} from '@/test/support/builders';
import { CHECK_CODES, type Check, type CheckCode } from './check';
import { decide } from './decide';
import type { Facts } from './facts';
import type { EnrollRequest } from './request';

const byCode = (checks: readonly Check[], code: CheckCode) =>
  checks.find((check) => check.code === code);

const fullDay = {
  senderId: senderId('sender-1'),
  start: bucketOf(NOW),
  sent: 1_000,
  scheduled: 0,
};

const refusals: readonly {
  readonly sentence: string;
  readonly request?: Partial<EnrollRequest>;
  readonly facts?: Partial<Facts>;
  readonly code: CheckCode;
  readonly reason: string;
}[] = [
  {
    sentence: 'a contact without an address is not enrolled',
    request: { contact: aContact({ emails: [] }) },
    code: 'hasAddress',
    reason: 'missing',
  },
  {
    sentence: "an address that is not the contact's is not written to",
    request: { to: address('eve@example.com') },
    code: 'hasAddress',
    reason: 'invalid',
  },
  {
    sentence: 'a rep does not enroll themselves',
    request: { contact: aContact({ emails: [address('rep@example.com')] }) },
    code: 'ownAddress',
    reason: 'own',
  },
  {
    sentence: 'a contact in one sequence is not enrolled in another',
    facts: { held: { sequenceName: 'Renewal', step: 2, steps: 3 } },
    code: 'alreadyEnrolled',
    reason: 'held',
  },
  {
    sentence: 'without any mailbox nobody is enrolled',
    facts: { sender: undefined, anySender: false },
    code: 'senderEligible',
    reason: 'none',
  },
  {
    sentence: 'a revoked mailbox does not send',
    facts: { sender: aSender({ connection: 'revoked' }) },
    code: 'senderEligible',
    reason: 'revoked',
  },
  {
    sentence: 'an expired mailbox does not send',
    facts: { sender: aSender({ connection: 'expired' }) },
    code: 'senderEligible',
    reason: 'expired',
  },
  {
    sentence: 'an archived sequence takes nobody',
    facts: { sequence: aSequence({ state: 'archived' }) },
    code: 'sequenceAvailable',
    reason: 'archived',
  },
  {
    sentence: 'a sequence that is gone takes nobody',
    facts: { sequence: undefined },
    code: 'sequenceAvailable',
    reason: 'missing',
  },
  {
    sentence: 'a sequence without a step to run takes nobody',
    request: { startStep: 3 },
    code: 'sequenceHasSteps',
    reason: 'empty',
  },
  {
    sentence: 'a full day takes no further email and says when one is free',
    facts: { buckets: [fullDay] },
    code: 'dailyLimit',
    reason: 'full',
  },
  {
    sentence: 'who opted out is never written to',
    facts: { suppression: { address: 'ada@example.com', reason: 'optedOut', at: NOW } },
    code: 'suppressed',
    reason: 'optedOut',
  },
  {
    sentence: 'an address that bounced is never written to',
    facts: { suppression: { address: 'ada@example.com', reason: 'bounced', at: NOW } },
    code: 'suppressed',
    reason: 'bounced',
  },
  {
    sentence: 'a token without value and fallback stops the enrollment',
    facts: { sequence: aSequence({ steps: [anEmailStep({ body: 'Hi {{contact.nickname}}' })] }) },
    code: 'tokensFilled',
    reason: 'missing',
  },
];

test.each(refusals)('$sentence', ({ request, facts, code, reason }) => {
  const decision = decide(aRequest(request), goodFacts(facts), NOW);

  expect(decision.kind).toBe('refuse');
  expect(byCode(decision.checks, code)).toMatchObject({ result: 'block', reason });
});

test.each(refusals)('accepting everything does not help when $sentence', ({ request, facts }) => {
  const asked = aRequest({ ...request, accepted: [...CHECK_CODES] });

  expect(decide(asked, goodFacts(facts), NOW).kind).toBe('refuse');
});

test('with nothing against it the contact is enrolled, and every check says so', () => {
  const decision = decide(aRequest(), goodFacts(), NOW);

  expect(decision.kind).toBe('enroll');
  expect(decision.checks.map((check) => check.code).sort()).toEqual([...CHECK_CODES].sort());
  expect(new Set(decision.checks.map((check) => check.result))).toEqual(new Set(['pass']));
});

test("the first email is held for the undo time, later ones keep the contact's clock time", () => {
  const decision = decide(aRequest({ holdMs: 10_000 }), goodFacts(), NOW);

  expect(decision.kind === 'enroll' && decision.plan.steps.map(({ at }) => at)).toEqual([
    NOW + 10_000,
    NOW + 10_000 + 3 * 86_400_000,
    NOW + 10_000 + 7 * 86_400_000,
  ]);
});

test('starting at a later step runs that one at once and skips the ones before', () => {
  const decision = decide(aRequest({ startStep: 1, holdMs: 0 }), goodFacts(), NOW);

  expect(
    decision.kind === 'enroll' && decision.plan.steps.map(({ index, at }) => [index, at]),
  ).toEqual([
    [1, NOW],
    [2, NOW + 4 * 86_400_000],
  ]);
});

test("an unknown zone is a warning: a person may accept the sender's zone, a workflow may not", () => {
  const { zone: _unknown, ...contact } = aContact();
  const asked = (request: Partial<EnrollRequest>) =>
    decide(aRequest({ contact, ...request }), goodFacts(), NOW);

  expect(asked({}).kind).toBe('refuse');
  expect(asked({ accepted: ['zoneKnown'] })).toMatchObject({
    kind: 'enroll',
    plan: { zone: 'Europe/Warsaw', zoneSource: 'sender' },
  });
  expect(asked({ accepted: ['zoneKnown'], origin: 'workflow' }).kind).toBe('refuse');
});

test('text that a person edited needs no tokens', () => {
  const steps = [anEmailStep({ body: 'Hi {{contact.nickname}}' })];
  const edited = { stepId: stepId('step-1'), subject: 'Hello', body: 'Hi Ada' };

  const decision = decide(aRequest({ edited }), goodFacts({ sequence: aSequence({ steps }) }), NOW);

  expect(decision.kind).toBe('enroll');
});

test("an alias that is not the sender's falls back to the default address", () => {
  const decision = decide(aRequest({ from: address('boss@example.com') }), goodFacts(), NOW);

  expect(decision.kind === 'enroll' && decision.plan.from).toBe('rep@example.com');
});
