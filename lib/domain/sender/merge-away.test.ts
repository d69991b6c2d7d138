import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { addDays } from '@/lib/time/add-days';
import { dateOf } from '@/lib/time/calendar-ms';
import { DAY } from '@/lib/time/instant';
import type { LocalDate } from '@/lib/time/local-date';
import { NOW } from '@/test/support/builders';
import { mergeAway } from './merge-away';
import { type Away, awaySchema } from './sender';

const away = (from: string, to: string): Away => v.parse(awaySchema, { from, to });

test('absences that overlap or follow each other are one, in order', () => {
  const merged = mergeAway([
    away('2026-12-27', '2026-12-30'),
    away('2026-12-24', '2026-12-26'),
    away('2027-01-10', '2027-01-20'),
    away('2027-01-12', '2027-01-13'),
  ]);

  expect(merged).toEqual([away('2026-12-24', '2026-12-30'), away('2027-01-10', '2027-01-20')]);
});

test('merging changes no day, leaves gaps between all, and merging again changes nothing', () => {
  const range = fc
    .tuple(fc.nat(90), fc.nat(10))
    .map(([from, days]) => away(dateOf(NOW + from * DAY), dateOf(NOW + (from + days) * DAY)));
  fc.assert(
    fc.property(fc.array(range, { maxLength: 12 }), (ranges) => {
      const merged = mergeAway(ranges);

      expect([...daysOf(merged)].sort()).toEqual([...daysOf(ranges)].sort());
      expect(mergeAway(merged)).toEqual(merged);
      merged.slice(1).forEach(({ from }, index) => {
        const before = merged[index];
        expect(before && addDays(before.to, 1) < from).toBe(true);
      });
    }),
  );
});

function daysOf(ranges: readonly Away[]): Set<LocalDate> {
  const days = new Set<LocalDate>();
  for (const { from, to } of ranges) {
    for (let date = from; date <= to; date = addDays(date, 1)) days.add(date);
  }
  return days;
}
