import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, type Instant, MINUTE, SECOND } from '@/lib/time/instant';
import { NOW, senderId } from '@/test/support/builders';
import { bucketOf, type LimitBucket } from './bucket';
import { firstMinuteFree, minuteInBucket } from './first-minute-free';
import { fits } from './rolling-limit';

/** The buckets as the store would have counted these emails. */
function bucketsOf(instants: readonly Instant[]): LimitBucket[] {
  return [...Map.groupBy(instants, bucketOf)].map(([start, all]) => {
    const minutes = [0, 0, 0, 0, 0];
    for (const at of all) minutes[minuteInBucket(at)] = (minutes[minuteInBucket(at)] ?? 0) + 1;
    return { senderId: senderId('sender-1'), start, sent: 0, scheduled: all.length, minutes };
  });
}

describe('the first free minute', () => {
  test('is the wanted instant itself while its minute has room', () => {
    const wanted = NOW + 17 * SECOND;

    expect(firstMinuteFree(bucketsOf([NOW, NOW + 1]), wanted, 3)).toBe(wanted);
  });

  test('is the beginning of the next minute once this one is full', () => {
    const buckets = bucketsOf([NOW, NOW + 1, NOW + 2]);

    expect(firstMinuteFree(buckets, NOW + 17 * SECOND, 3)).toBe(NOW + MINUTE);
  });

  test('is found across the edge of a bucket', () => {
    const full = [4, 5, 6].map((minute) => NOW + minute * MINUTE);

    expect(firstMinuteFree(bucketsOf(full), NOW + 4 * MINUTE, 1)).toBe(NOW + 7 * MINUTE);
  });

  test('does not exist with a limit of zero', () => {
    expect(firstMinuteFree([], NOW, 0)).toBeUndefined();
  });

  test('does not exist when every minute of the coming day is full', () => {
    const day = Array.from({ length: 24 * 60 + 1 }, (_, minute) => NOW + minute * MINUTE);

    expect(firstMinuteFree(bucketsOf(day), NOW, 1)).toBeUndefined();
    expect(firstMinuteFree(bucketsOf(day), NOW, 2)).toBe(NOW);
  });

  test('spaces a bulk of a hundred to three per minute', () => {
    const planned: Instant[] = [];
    for (let i = 0; i < 100; i++) {
      planned.push(firstMinuteFree(bucketsOf(planned), NOW, 3) ?? Number.NaN);
    }

    expect(planned.at(0)).toBe(NOW);
    expect(planned.at(-1)).toBe(NOW + 33 * MINUTE);
    expect(mostPer(MINUTE, planned)).toBe(3);
  });
});

/** The most instants that share one clock minute, or other such unit. */
function mostPer(unit: number, instants: readonly Instant[]): number {
  const groups = Map.groupBy(instants, (at) => Math.floor(at / unit));
  return Math.max(0, ...[...groups.values()].map((group) => group.length));
}

describe('requests that are planned one after the other', () => {
  const requests = fc.array(
    fc.record({
      // Crowded on purpose: most wishes meet a full minute or a full day.
      wish: fc.oneof(
        fc.integer({ min: 0, max: 20 * MINUTE }),
        fc.integer({ min: DAY - 10 * MINUTE, max: DAY + 10 * MINUTE }),
        fc.integer({ min: 0, max: 3 * DAY }),
      ),
      bulk: fc.boolean(),
    }),
    { maxLength: 80 },
  );
  const limits = fc.record({
    perMinute: fc.integer({ min: 1, max: 10 }),
    perDay: fc.integer({ min: 1, max: 30 }),
  });

  test('never exceed the daily limit over any rolling 24 hours, nor the limit of any minute', () => {
    fc.assert(
      fc.property(requests, limits, (wishes, { perMinute, perDay }) => {
        const accepted: Instant[] = [];
        for (const { wish, bulk } of wishes) {
          const buckets = bucketsOf(accepted);
          const limit = bulk ? Math.min(perMinute, 3) : perMinute;
          const at = firstMinuteFree(buckets, NOW + wish, limit);
          if (at === undefined || !fits(buckets, at, perDay)) continue;
          expect(at).toBeGreaterThanOrEqual(NOW + wish);
          accepted.push(at);
        }
        expect(mostPer(MINUTE, accepted)).toBeLessThanOrEqual(perMinute);
        for (const start of accepted) {
          const inDay = accepted.filter((at) => at >= start && at < start + DAY);
          expect(inDay.length).toBeLessThanOrEqual(perDay);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('wait no longer than they must: every minute before the planned one is full', () => {
    fc.assert(
      fc.property(requests, limits, (wishes, { perMinute }) => {
        const accepted: Instant[] = [];
        for (const { wish } of wishes) {
          const at = firstMinuteFree(bucketsOf(accepted), NOW + wish, perMinute) ?? Number.NaN;
          const waited = Math.floor(at / MINUTE) - Math.floor((NOW + wish) / MINUTE);
          for (let back = 1; back <= waited; back++) {
            const minute = Math.floor(at / MINUTE) - back;
            const used = accepted.filter((other) => Math.floor(other / MINUTE) === minute);
            expect(used.length).toBe(perMinute);
          }
          accepted.push(at);
        }
      }),
      { numRuns: 50 },
    );
  });
});
