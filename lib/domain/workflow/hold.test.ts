import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, HOUR, type Instant } from '@/lib/time/instant';
import { NOW } from '@/test/support/builders';
import { HOLD_LIMIT, mayEnrollMore, withEnrolled } from './hold';

/** Enrolls as often as it may, at each of these times. */
function enrollAt(times: readonly Instant[]) {
  let recent: readonly Instant[] = [];
  return times.filter((now) => {
    if (!mayEnrollMore(recent, now)) return false;
    recent = withEnrolled(recent, now);
    return true;
  });
}

describe('a workflow', () => {
  test('enrolls a hundred within 24 hours and not one more', () => {
    expect(enrollAt(Array.from({ length: 150 }, (_, index) => NOW + index))).toHaveLength(100);
    expect(HOLD_LIMIT).toBe(100);
  });

  test('enrolls again once the first is 24 hours old', () => {
    const recent = enrollAt(Array.from({ length: 100 }, (_, index) => NOW + (index * HOUR) / 10));

    expect(mayEnrollMore(recent, NOW + DAY - 1)).toBe(false);
    expect(mayEnrollMore(recent, NOW + DAY)).toBe(true);
    expect(withEnrolled(recent, NOW + DAY)).toHaveLength(100);
  });

  test('counts what a clock that was put back shows as still to come', () => {
    const recent = enrollAt(Array.from({ length: 100 }, () => NOW + HOUR));

    expect(mayEnrollMore(recent, NOW)).toBe(false);
  });

  test('never enrolls more than a hundred in any 24 hours, and remembers no more', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: HOUR }), { minLength: 200, maxLength: 400 });
    fc.assert(
      fc.property(gaps, (list) => {
        let now = NOW;
        const enrolled = enrollAt(list.map((gap) => (now += gap)));

        for (const [index, at] of enrolled.entries()) {
          const hundredth = enrolled[index + HOLD_LIMIT];
          if (hundredth !== undefined) expect(hundredth - at).toBeGreaterThanOrEqual(DAY);
        }
      }),
      { numRuns: 100 },
    );
  });
});
