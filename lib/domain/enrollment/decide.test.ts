import { expect, test } from 'vitest';
import { DEFAULT_SEQUENCE_SETTINGS } from '@/lib/domain/sequence/settings';
import { DAY, HOUR, MINUTE } from '@/lib/time/instant';
import {
  aContact,
  address,
  aRequest,
  aSender,
  aSequence,
  contactId,
  goodFacts,
  NOW,
} from '@/test/support/builders';
import { CHECK_CODES } from './check';
import { decide } from './decide';

test('with nothing against it the contact is enrolled, and every check says so', () => {
  const decision = decide(aRequest(), goodFacts(), NOW);

  expect(decision.kind).toBe('enroll');
  expect(decision.checks.map((check) => check.code).sort()).toEqual([...CHECK_CODES].sort());
  expect(new Set(decision.checks.map((check) => check.result))).toEqual(new Set(['pass']));
});

test('the first email is held for the undo time, later ones keep its clock time to the minute', () => {
  const decision = decide(aRequest({ holdMs: 10_000 }), goodFacts(), NOW);

  expect(decision.kind === 'enroll' && decision.plan.steps.map(({ at }) => at)).toEqual([
    NOW + 10_000,
    NOW + 3 * DAY,
    NOW + 7 * DAY,
  ]);
});

test('starting at a later step runs that one at once and skips the ones before', () => {
  const decision = decide(aRequest({ startStep: 1, holdMs: 0 }), goodFacts(), NOW);

  expect(
    decision.kind === 'enroll' && decision.plan.steps.map(({ index, at }) => [index, at]),
  ).toEqual([
    [1, NOW],
    [2, NOW + 4 * DAY],
  ]);
});

test("an unknown zone is the sender's, once a person has accepted it", () => {
  const { zone: _unknown, ...contact } = aContact();

  expect(decide(aRequest({ contact, accepted: ['zoneKnown'] }), goodFacts(), NOW)).toMatchObject({
    kind: 'enroll',
    plan: { zone: 'Europe/Warsaw', zoneSource: 'sender' },
  });
});

test('the owner of the contact sends from the address that the property names', () => {
  const alias = { address: address('robin@example.com'), name: 'Robin', isDefault: false };
  const sender = aSender({ addresses: [...aSender().addresses, alias] });
  const request = aRequest({
    senderType: { kind: 'owner', property: 'owner' },
    contact: aContact({ properties: { owner: 'Robin@example.com' } }),
  });

  const decision = decide(request, goodFacts({ sender }), NOW);

  expect(decision.kind === 'enroll' && decision.plan.from).toBe('robin@example.com');
});

test('a chosen moment is when the first email leaves, and the clock time of all others', () => {
  const sendAt = NOW + 5 * HOUR + 7 * MINUTE;

  const decision = decide(aRequest({ sendAt }), goodFacts(), NOW);

  expect(decision).toMatchObject({ kind: 'enroll', plan: { clockMinute: 8 * 60 + 7 } });
  expect(decision.kind === 'enroll' && decision.plan.steps.map(({ at }) => at)).toEqual([
    sendAt,
    sendAt + 3 * DAY,
    sendAt + 7 * DAY,
  ]);
});

test('a chosen moment that has passed is now, after the hold', () => {
  const decision = decide(aRequest({ sendAt: NOW - DAY, holdMs: 10_000 }), goodFacts(), NOW);

  expect(decision.kind === 'enroll' && decision.plan.steps[0].at).toBe(NOW + 10_000);
});

test('a preview plans the very instants that enrolling will, though the contact is stored anew', () => {
  const facts = goodFacts({ sequence: aSequence({ settings: DEFAULT_SEQUENCE_SETTINGS }) });
  const planned = (id: string) => {
    const contact = aContact({ id: contactId(id) });
    const decision = decide(aRequest({ contact, accepted: CHECK_CODES }), facts, NOW);
    return decision.kind === 'enroll' && decision.plan.steps.map(({ at }) => at);
  };

  expect(planned('previewed')).toHaveLength(3);
  expect(planned('enrolled')).toEqual(planned('previewed'));
});
