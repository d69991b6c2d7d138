import type { Predicate } from '@/lib/domain/workflow/predicate';
import type { Instant } from '@/lib/time/instant';
import type { Zone } from '@/lib/time/zone';
import { type TimeOperation, timeRangeOf } from './time-range';
import { windowOf } from './time-window';

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
  { day = -1, at, missing }: MomentPlace,
): Predicate {
  const wanted = !isOutside(operation);
  const windowAt = (now: Instant) => windowOf(timeRangeOf(operation, now, zone), zone);
  // Thousands of contacts are looked at in one instant: its calendar is looked up once.
  let seen = Number.NaN;
  let { from, to, firstDay, lastDay } = NOTHING;
  return ({ numbers }, now) => {
    if (now !== seen) {
      ({ from, to, firstDay, lastDay } = windowAt(now));
      seen = now;
    }
    const instant = numbers[at] ?? Number.NaN;
    if (!Number.isNaN(instant)) return (from <= instant && instant <= to) === wanted;
    const date = numbers[day] ?? Number.NaN;
    if (Number.isNaN(date)) return missing;
    return (firstDay <= date && date <= lastDay) === wanted;
  };
}

const NOTHING = { from: 0, to: 0, firstDay: 0, lastDay: 0 };

function isOutside({ operator }: TimeOperation): boolean {
  return operator === 'IS_NOT_BETWEEN' || operator === 'NOT_UPDATED_IN_LAST_X_DAYS';
}
