import { addDays } from '@/lib/time/add-days';
import type { LocalDate } from '@/lib/time/local-date';
import type { Away } from './sender';

/**
 * Days off in order, those that overlap or follow each other as one.
 *
 * @example mergeAway([{ from: '2026-12-26', to: '2026-12-28' }, { from: '2026-12-24', to: '2026-12-25' }])
 * // [{ from: '2026-12-24', to: '2026-12-28' }]
 */
export function mergeAway(ranges: readonly Away[]): readonly Away[] {
  const merged: Away[] = [];
  for (const range of ranges.toSorted((a, b) => compare(a.from, b.from))) {
    const last = merged.at(-1);
    if (last === undefined || addDays(last.to, 1) < range.from) merged.push(range);
    else if (last.to < range.to) merged[merged.length - 1] = { ...last, to: range.to };
  }
  return merged;
}

function compare(a: LocalDate, b: LocalDate): number {
  return a < b ? -1 : Number(a > b);
}
