import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, HOUR, type Instant } from '@/lib/time/instant';
import { NOW, senderId } from '@/test/support/builders';
import { BUCKET, bucketOf, type LimitBucket } from './bucket';
import { busiestDay, firstFree, fits, useOf } from './rolling-limit';

const sender = senderId('sender-1');
const bucket = (at: Instant, counts: Partial<LimitBucket>): LimitBucket => ({
  senderId: sender,
  start: bucketOf(at),
  sent: 0,
  scheduled: 0,
  minutes: [0, 0, 0, 0, 0],
  ...counts,
});

function bucketsOf(instants: readonly Instant[]): LimitBucket[] {
  const counts = Map.groupBy(instants, bucketOf);
  return [...counts].map(([start, all]) => bucket(start, { scheduled: all.length }));
}

describe('what was used', () => {
  test('counts the last 24 hours, whatever day the calendar shows', () => {
    const buckets = [
      bucket(NOW - 25 * HOUR, { sent: 7 }),
      bucket(NOW - 23 * HOUR, { sent: 2 }),
      bucket(NOW, { sent: 1 }),
    ];

    expect(useOf(buckets, NOW)).toEqual({ used: 3, scheduled: 0 });
  });

  test('what is overdue is still to come', () => {
    const buckets = [
      bucket(NOW - 2 * HOUR, { scheduled: 1 }),
      bucket(NOW + HOUR, { scheduled: 1 }),
    ];

    expect(useOf(buckets, NOW).scheduled).toBe(2);
  });

  test('what is planned for the day after tomorrow does not count', () => {
    expect(useOf([bucket(NOW + 30 * HOUR, { scheduled: 1 })], NOW).scheduled).toBe(0);
  });
});

describe('the limit', () => {
  test('is never exceeded in any rolling 24 hours by emails that were let in', () => {
    const wish = fc.integer({ min: 0, max: 3 * DAY });
    fc.assert(
      fc.property(
        fc.array(wish, { maxLength: 60 }),
        fc.integer({ min: 1, max: 8 }),
        (wishes, limit) => {
          const accepted: Instant[] = [];
          for (const offset of wishes) {
            const at = NOW + offset;
            if (fits(bucketsOf(accepted), at, limit)) accepted.push(at);
          }
          for (const start of accepted) {
            const inDay = accepted.filter((at) => at >= start && at < start + DAY).length;
            expect(inDay).toBeLessThanOrEqual(limit);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  test('the busiest day looks both ways', () => {
    const buckets = [
      bucket(NOW - 20 * HOUR, { sent: 2 }),
      bucket(NOW + 20 * HOUR, { scheduled: 3 }),
    ];

    expect(busiestDay(buckets, NOW)).toBe(3);
  });

  test('the busiest day is the one that adding up every day finds', () => {
    const use = fc.record({
      offset: fc.integer({ min: -30 * HOUR, max: 30 * HOUR }),
      sent: fc.nat(3),
      scheduled: fc.nat(3),
    });
    fc.assert(
      fc.property(fc.array(use, { maxLength: 20 }), (uses) => {
        const byStart = new Map(uses.map((one) => [bucketOf(NOW + one.offset), one]));
        const buckets = [...byStart].map(([start, counts]) =>
          bucket(start, { sent: counts.sent, scheduled: counts.scheduled }),
        );
        const own = bucketOf(NOW);
        let most = 0;
        for (let end = own; end <= own + DAY; end += BUCKET) {
          const inDay = buckets.filter(({ start }) => start >= end - DAY && start <= end);
          most = Math.max(
            most,
            inDay.reduce((sum, b) => sum + b.sent + b.scheduled, 0),
          );
        }

        expect(busiestDay(buckets, NOW)).toBe(most);
      }),
    );
  });

  test('the first free instant is when enough of the day has passed', () => {
    const buckets = [bucket(NOW, { sent: 5 })];
    const free = firstFree(buckets, NOW + HOUR, 5);

    expect(free).toBe(bucketOf(NOW) + DAY + BUCKET);
    expect(fits(buckets, free ?? 0, 5)).toBe(true);
    expect(fits(buckets, (free ?? 0) - BUCKET, 5)).toBe(false);
  });

  test('the first free instant is the one that asking for every instant in turn finds', () => {
    const use = fc.record({
      offset: fc.integer({ min: -DAY, max: 8 * DAY }),
      sent: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(
        fc.array(use, { maxLength: 12 }),
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 0, max: DAY }),
        (uses, limit, offset) => {
          const starts = new Map(uses.map((one) => [bucketOf(NOW + one.offset), one.sent]));
          const buckets = [...starts].map(([start, sent]) => bucket(start, { sent }));
          const from = NOW + offset;
          let asked: Instant | undefined = fits(buckets, from, limit) ? from : undefined;
          for (
            let at = bucketOf(from) + BUCKET;
            at <= from + 7 * DAY && asked === undefined;
            at += BUCKET
          ) {
            if (fits(buckets, at, limit)) asked = at;
          }

          expect(firstFree(buckets, from, limit)).toBe(asked);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('a limit of zero has no free instant', () => {
    expect(firstFree([], NOW, 0)).toBeUndefined();
  });
});
