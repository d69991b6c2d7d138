import * as v from 'valibot';
import { expect, test } from 'vitest';
import { awaySchema } from '@/lib/domain/sender/sender';
import { NOW } from '@/test/support/builders';
import { awayUntil } from './away-until';

const away = (from: string, to: string) => [v.parse(awaySchema, { from, to })];

test('the last day is told while it is one of them on the sender’s own calendar', () => {
  const until = (from: string, to: string, zone = 'Europe/Warsaw') =>
    awayUntil({ away: away(from, to), zone }, NOW);

  expect(until('2026-11-20', '2026-11-24')).toBe('Nov 24, 2026');
  expect(until('2026-11-24', '2026-12-10')).toBe('Dec 10, 2026');
  expect(until('2026-11-25', '2026-12-10')).toBeUndefined();
  expect(until('2026-11-20', '2026-11-23')).toBeUndefined();
  // At 09:00 in Warsaw it is still the 23rd in Honolulu.
  expect(until('2026-11-23', '2026-11-23', 'Pacific/Honolulu')).toBe('Nov 23, 2026');
});
