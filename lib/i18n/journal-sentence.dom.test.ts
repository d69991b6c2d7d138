import { expect, test } from 'vitest';
import { JOURNAL_CODES, type JournalEntry } from '@/lib/domain/journal-entry';
import { NOW } from '@/test/support/builders';
import { journalSentence } from './journal-sentence';

const where = { now: NOW, zone: 'America/New_York' };
const sentence = (code: JournalEntry['code'], params: JournalEntry['params'] = {}) =>
  journalSentence({ at: NOW, code, actor: 'person', params }, where);

test.each(JOURNAL_CODES)('%s has a sentence, even without its params', (code) => {
  expect(sentence(code)).toMatch(/^\S.{3,}/);
});

test.each([
  ['enrolled', { sequence: 'Hello', version: 2 }, 'Enrolled in “Hello”, version 2'],
  ['unenrolled', { reason: 'bounced' }, 'Unenrolled: Bounced'],
  ['resumed', { next: NOW }, 'Resumed, next email Tue, Nov 24, 3:00 AM'],
  ['restored', { action: 'pause' }, 'Change taken back: pausing'],
  [
    'deferred',
    { reason: 'limit', until: NOW },
    'Put off until Tue, Nov 24, 3:00 AM: the daily limit was reached',
  ],
  ['stepFailed', { step: 2, reason: 'senderMissing' }, /^Email 2 failed: The mailbox/],
] as const)('%s with %o', (code, params, said) => {
  expect(sentence(code, params).replaceAll('\u202f', ' ')).toMatch(said);
});
