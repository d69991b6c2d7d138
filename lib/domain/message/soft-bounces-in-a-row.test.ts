import { expect, test } from 'vitest';
import type { JournalCode } from '@/lib/domain/journal-entry';
import { softBouncesInARow } from './soft-bounces-in-a-row';

const bounced: readonly JournalCode[] = ['stepSent', 'softBounceSeen'];

test.each<[string, readonly JournalCode[], number]>([
  ['nothing came back', ['enrolled', 'stepSent'], 0],
  ['one came back', ['enrolled', ...bounced], 1],
  ['all came back', [...bounced, ...bounced, ...bounced], 3],
  ['two reports on one email', [...bounced, 'softBounceSeen'], 1],
  ['one arrived in between', [...bounced, 'stepSent', ...bounced], 1],
  ['the last one arrived', [...bounced, ...bounced, 'stepSent'], 0],
  ['other things happened in between', [...bounced, 'paused', 'resumed', ...bounced], 2],
])('%s', (_what, codes, expected) => {
  expect(softBouncesInARow(codes)).toBe(expected);
});
