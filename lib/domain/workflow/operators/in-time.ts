import type { Predicate } from '@/lib/domain/workflow/predicate';
import type { Instant } from '@/lib/time/instant';
import type { Zone } from '@/lib/time/zone';
import { type TimeOperation, timeRangeOf } from './time-range';
import { type TimeWindow, windowOf } from './time-window';

/** Where the moment is kept, and what to say when there is none. */
interface MomentPlace {
  /** Of whole days; none for a property's change. */
  readonly day?: number;
  readonly at: number;
  readonly missing: boolean;
}

/** Is the moment in the operation's stretch of time, or outside where that is what it asks? */
export function inTime(
  operation: TimeOperation,
  zone: Zone,
  { day, at, missing }: MomentPlace,
): Predicate {
  const wanted = !isOutside(operation);
  const windowAt = rememberLast((now) => windowOf(timeRangeOf(operation, now, zone), zone));
  return ({ numbers }, now) => {
    const instant = numbers[at] ?? Number.NaN;
    if (!Number.isNaN(instant)) {
      const { from, to } = windowAt(now);
      return (from <= instant && instant <= to) === wanted;
    }
    const date = day === undefined ? Number.NaN : (numbers[day] ?? Number.NaN);
    if (Number.isNaN(date)) return missing;
    const { firstDay, lastDay } = windowAt(now);
    return (firstDay <= date && date <= lastDay) === wanted;
  };
}

function isOutside({ operator }: TimeOperation): boolean {
  return operator === 'IS_NOT_BETWEEN' || operator === 'NOT_UPDATED_IN_LAST_X_DAYS';
}

/** Thousands of contacts are looked at in one instant: its calendar is looked up once. */
function rememberLast(find: (now: Instant) => TimeWindow): (now: Instant) => TimeWindow {
  let last: { readonly now: Instant; readonly window: TimeWindow } | undefined;
  return (now) => {
    if (last?.now !== now) last = { now, window: find(now) };
    return last.window;
  };
}
