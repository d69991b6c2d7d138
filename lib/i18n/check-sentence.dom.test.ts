import { expect, test } from 'vitest';
import { CHECK_CODES, type Check } from '@/lib/domain/enrollment/check';
import { checks } from '@/lib/domain/enrollment/checks/table';
import { subjectOf } from '@/lib/domain/enrollment/subject';
import { aContact, aRequest, aSender, goodFacts, NOW } from '@/test/support/builders';
import { aCheck } from '@/test/support/overlay-builders';
import { checkSentence } from './check-sentence';

const blocked = (check: Partial<Check> & Pick<Check, 'code'>) =>
  checkSentence(aCheck(check.code, { result: 'block', ...check }), NOW);

test.each(CHECK_CODES)('%s has a sentence when it passes, with nothing left blank', (code) => {
  const check = checks[code](subjectOf(aRequest(), goodFacts(), NOW));

  const sentence = checkSentence(check, NOW);

  expect(sentence).toMatch(/\.$/);
  expect(sentence).not.toMatch(/\$\d|undefined/);
});

test('sentences name what the check found', () => {
  const none = subjectOf(aRequest(), goodFacts({ sender: undefined, anySender: false }), NOW);
  const offline = subjectOf(
    aRequest(),
    goodFacts({ sender: aSender({ connection: 'offline' }) }),
    NOW,
  );
  const lost = subjectOf(aRequest({ contact: aContact({ emails: [] }) }), goodFacts(), NOW);

  expect(checkSentence(checks.senderEligible(none), NOW)).toBe('No mailbox is connected.');
  expect(checkSentence(checks.senderEligible(offline), NOW)).toBe(
    '\u2068rep@example.com\u2069 cannot be reached. The email leaves once you are online again.',
  );
  expect(checkSentence(checks.hasAddress(lost), NOW)).toBe('This contact has no email address.');
});

test('every reason has words of its own', () => {
  const params = { address: 'ada@example.com' };
  const suppression = ['optedOut', 'bounced', 'blocked'].map((reason) =>
    blocked({ code: 'suppressed', reason, params }),
  );
  const sender = ['none', 'unchosen', 'expired', 'revoked', 'offline'].map((reason) =>
    blocked({ code: 'senderEligible', reason, params }),
  );

  expect(new Set(suppression).size).toBe(3);
  expect(new Set(sender).size).toBe(5);
});

test('a full limit says when the next slot is free', () => {
  const params = { used: 500, limit: 500 };

  const known = blocked({ code: 'dailyLimit', params: { ...params, free: NOW + 24 * 3_600_000 } });
  const unknown = blocked({ code: 'dailyLimit', params });

  expect(known).toContain('500 of 500. The next free slot: tomorrow');
  expect(unknown).toBe('Daily limit reached: 500 of 500.');
});

test('a hostile parameter stays inside its own direction and is not markup or a blank', () => {
  const sequence = '\u202E$2 <b>';

  const sentence = blocked({ code: 'alreadyEnrolled', params: { sequence, step: 1, steps: 3 } });

  expect(sentence).toContain(`\u2068${sequence}\u2069`);
});
