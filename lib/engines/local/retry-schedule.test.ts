import { describe, expect, test } from 'vitest';
import type { RetryReason } from '@/lib/domain/enrollment/outbox-row';
import { DAY, HOUR, MINUTE, SECOND } from '@/lib/time/instant';
import { NOW } from '@/test/support/builders';
import { RETRY_SCHEDULES, retryAt } from './retry-schedule';
import { VISIBILITY_LAG } from './timing';

const REASONS = Object.keys(RETRY_SCHEDULES) as RetryReason[];
const waits = (reason: RetryReason, counts: readonly number[], random = 0) =>
  counts.map((count) => retryAt(reason, { count, now: NOW, random }) - NOW);

test.each([
  ['offline', [30, 60, 120, 240, 300, 300]],
  ['unavailable', [30, 60, 120, 240, 480, 960]],
  ['throttled', [60, 120, 240, 480, 960, 1_920]],
  ['revoked', [600, 600, 600, 600, 600, 600]],
  ['checking', [30, 60, 120, 240, 300, 300]],
  ['unexpected', [60, 360, 2_160, 12_960, 21_600, 21_600]],
] as const)('after %s it waits so many seconds', (reason, seconds) => {
  expect(waits(reason, [1, 2, 3, 4, 5, 6])).toEqual(seconds.map((one) => one * SECOND));
});

test.each(REASONS)('%s is never asked about before a draft can be known to be gone', (reason) => {
  const [shortest = 0] = waits(reason, [1]);

  expect(shortest).toBeGreaterThanOrEqual(VISIBILITY_LAG);
});

test.each(REASONS)('%s waits at most its longest and a quarter, however often', (reason) => {
  const [longest = 0] = waits(reason, [10_000], 0.999_999);

  expect(longest).toBeLessThanOrEqual(RETRY_SCHEDULES[reason].most * 1.25);
});

test('rows that failed together do not come back together', () => {
  expect(waits('unavailable', [1], 0.5)).toEqual([33_750]);
});

describe('a provider that says until when', () => {
  const wait = (wish: number, count = 1, random = 0) =>
    retryAt('throttled', { count, now: NOW, random, askedUntil: NOW + wish }) - NOW;

  test('is not asked before, and not by everybody at that very moment', () => {
    expect(wait(20 * MINUTE)).toBe(20 * MINUTE);
    expect(wait(20 * MINUTE, 1, 0.8)).toBe(20 * MINUTE + 12 * SECOND);
  });

  test('and asks for less than the schedule does is left alone as long as that', () => {
    expect(wait(SECOND, 3)).toBe(4 * MINUTE);
    expect(wait(-HOUR)).toBe(MINUTE);
  });

  test('and asks for years is asked again the next day', () => {
    expect(wait(4_000 * DAY)).toBe(DAY);
  });
});
