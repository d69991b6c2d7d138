import type { OperationOf } from '@/lib/domain/workflow/operation-of';
import { midnightOf } from '@/lib/time/calendar-ms';
import { DAY, type Instant } from '@/lib/time/instant';
import type { Zone } from '@/lib/time/zone';
import { unitStart } from './calendar-unit';
import type { TimeRange } from './time-window';
import { dayIn, startIn } from './zone-calendar';

/** The types that ask whether a moment is in some stretch of time. */
export type TimeOperation = OperationOf<
  | 'DATE'
  | 'DATETIME'
  | 'RANGED_DATE'
  | 'ROLLING_DATE_RANGE'
  | 'ROLLING_PROPERTY_UPDATED'
  | 'CALENDAR_DATE'
>;

const ALWAYS: TimeRange = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

/**
 * The stretch of time that an operation names, whether it wants the moment inside or outside. Days,
 * weeks and so on are those of the zone's calendar; "X days ago" is the beginning of that day, as in
 * HubSpot's own translation to time points (`TODAY` with an offset).
 */
export function timeRangeOf(operation: TimeOperation, now: Instant, zone: Zone): TimeRange {
  switch (operation.operationType) {
    case 'DATE':
      return dateRange(operation, zone);
    case 'DATETIME':
      return operation.operator === 'IS_BEFORE'
        ? { ...ALWAYS, to: operation.timestamp - 1 }
        : { ...ALWAYS, from: operation.timestamp + 1 };
    case 'RANGED_DATE':
      return { from: operation.lowerBound, to: operation.upperBound };
    case 'ROLLING_DATE_RANGE':
      return rollingRange(operation, now, zone);
    case 'ROLLING_PROPERTY_UPDATED':
      return { from: startIn(zone, dayIn(zone, now) - operation.numberOfDays), to: now };
    case 'CALENDAR_DATE':
      return calendarRange(operation, now, zone);
  }
}

/** Before the day's first millisecond, in it, or after its last. */
function dateRange({ operator, date }: OperationOf<'DATE'>, zone: Zone): TimeRange {
  const day = midnightOf(date) / DAY;
  const from = startIn(zone, day);
  const end = startIn(zone, day + 1);
  switch (operator) {
    case 'IS_EQUAL_TO':
      return { from, to: end - 1 };
    case 'IS_BEFORE':
      return { ...ALWAYS, to: from - 1 };
    case 'IS_AFTER':
      return { ...ALWAYS, from: end };
  }
}

function rollingRange(
  { operator, numberOfDays }: OperationOf<'ROLLING_DATE_RANGE'>,
  now: Instant,
  zone: Zone,
): TimeRange {
  const today = dayIn(zone, now);
  switch (operator) {
    case 'IS_LESS_THAN_X_DAYS_AGO':
      return { from: startIn(zone, today - numberOfDays), to: now };
    case 'IS_MORE_THAN_X_DAYS_AGO':
      return { ...ALWAYS, to: startIn(zone, today - numberOfDays) - 1 };
    case 'IS_LESS_THAN_X_DAYS_FROM_NOW':
      return { from: now, to: startIn(zone, today + numberOfDays) };
    case 'IS_MORE_THAN_X_DAYS_FROM_NOW':
      return { ...ALWAYS, from: startIn(zone, today + numberOfDays) + 1 };
  }
}

function calendarRange(
  { operator, timeUnit, timeUnitCount }: OperationOf<'CALENDAR_DATE'>,
  now: Instant,
  zone: Zone,
): TimeRange {
  const today = dayIn(zone, now);
  const start = (away: number) => startIn(zone, unitStart(today, timeUnit, away));
  switch (operator) {
    case 'IN_THIS_TIME_UNIT':
      return { from: start(0), to: start(1) - 1 };
    case 'IN_THIS_TIME_UNIT_SO_FAR':
      return { from: start(0), to: now };
    case 'IN_NEXT_TIME_UNIT':
      return { from: start(1), to: start(1 + timeUnitCount) - 1 };
    case 'IN_LAST_TIME_UNIT':
      return { from: start(-timeUnitCount), to: start(0) - 1 };
  }
}
