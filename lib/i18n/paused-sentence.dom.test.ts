import { expect, test } from 'vitest';
import type { PauseView } from '@/lib/rpc/views';
import { DAY } from '@/lib/time/instant';
import { NOW } from '@/test/support/builders';
import { pausedSentence } from './paused-sentence';

const BACK = Date.parse('2026-12-13T23:00:00Z');

test.each<[PauseView, string]>([
  [{ why: 'person' }, 'Paused'],
  [{ why: 'ownMessage' }, 'Paused because you wrote by hand. Resume it or unenroll.'],
  [{ why: 'late' }, 'Paused because it is late. Resume it or unenroll.'],
  [{ why: 'absence', until: BACK }, 'Away until Dec 14, then it goes on by itself'],
  [
    { why: 'absence', until: BACK + 340 * DAY },
    'Away until Nov 19, 2027, then it goes on by itself',
  ],
])('%j is "%s"', (pause, sentence) => {
  expect(pausedSentence(pause, { now: NOW, zone: 'Europe/Warsaw' })).toBe(sentence);
});

test('the day is the contact’s own', () => {
  const inNewYork = pausedSentence(
    { why: 'absence', until: BACK },
    { now: NOW, zone: 'America/New_York' },
  );

  expect(inNewYork).toContain('Dec 13');
});
