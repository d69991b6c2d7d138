import type { Operation } from '@/lib/domain/workflow/operation';
import type { Instant } from '@/lib/time/instant';
import type { Zone } from '@/lib/time/zone';

/** When something is: an instant, or a day on a calendar. */
export type OracleMoment = { readonly at: Instant } | { readonly day: Temporal.PlainDate };

const FORMS = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Reads a stored text by `Temporal`. */
export function momentIn(text: string, isDate: boolean): OracleMoment | undefined {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
      return { day: Temporal.PlainDate.from(text, { overflow: 'reject' }) };
    }
    const instant = /^-?\d{1,16}$/.test(text)
      ? Temporal.Instant.fromEpochMilliseconds(Number(text))
      : FORMS.test(text)
        ? Temporal.Instant.from(text)
        : undefined;
    if (instant === undefined) return undefined;
    return isDate
      ? { day: instant.toZonedDateTimeISO('UTC').toPlainDate() }
      : { at: instant.epochMilliseconds };
  } catch {
    // No such day, or beyond what Temporal can name.
    return undefined;
  }
}

/** The plain way: bounds by `Temporal`, the moment as an instant, no shortcuts. */
export function timeOracle(
  operation: Operation,
  moment: OracleMoment,
  now: Instant,
  zone: Zone,
): boolean {
  const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime(zone).epochMilliseconds;
  const at = 'at' in moment ? moment.at : startOf(moment.day);
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  const daysAway = (days: number) => startOf(today.add({ days }));
  switch (operation.operationType) {
    case 'DATE': {
      const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
      const order = Temporal.PlainDate.compare(day, operation.date);
      if (operation.operator === 'IS_EQUAL_TO') return order === 0;
      return operation.operator === 'IS_BEFORE' ? order < 0 : order > 0;
    }
    case 'DATETIME':
      return operation.operator === 'IS_BEFORE'
        ? at < operation.timestamp
        : at > operation.timestamp;
    case 'RANGED_DATE': {
      const isInside = operation.lowerBound <= at && at <= operation.upperBound;
      return operation.operator === 'IS_BETWEEN' ? isInside : !isInside;
    }
    case 'ROLLING_PROPERTY_UPDATED': {
      const isRecent = daysAway(-operation.numberOfDays) <= at && at <= now;
      return operation.operator === 'UPDATED_IN_LAST_X_DAYS' ? isRecent : !isRecent;
    }
    case 'ROLLING_DATE_RANGE': {
      const [past, future] = [daysAway(-operation.numberOfDays), daysAway(operation.numberOfDays)];
      if (operation.operator === 'IS_LESS_THAN_X_DAYS_AGO') return past <= at && at <= now;
      if (operation.operator === 'IS_MORE_THAN_X_DAYS_AGO') return at < past;
      return operation.operator === 'IS_LESS_THAN_X_DAYS_FROM_NOW'
        ? now <= at && at <= future
        : at > future;
    }
    case 'CALENDAR_DATE': {
      const { operator, timeUnitCount: count } = operation;
      const unit = (away: number) => startOf(startOfUnit(today, operation.timeUnit, away));
      if (operator === 'IN_THIS_TIME_UNIT') return unit(0) <= at && at < unit(1);
      if (operator === 'IN_THIS_TIME_UNIT_SO_FAR') return unit(0) <= at && at <= now;
      return operator === 'IN_NEXT_TIME_UNIT'
        ? unit(1) <= at && at < unit(1 + count)
        : unit(-count) <= at && at < unit(0);
    }
    default:
      throw new TypeError(`asks nothing about time: ${operation.operationType}`);
  }
}

function startOfUnit(
  today: Temporal.PlainDate,
  unit: 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR',
  away: number,
): Temporal.PlainDate {
  switch (unit) {
    case 'DAY':
      return today.add({ days: away });
    case 'WEEK':
      return today.subtract({ days: today.dayOfWeek - 1 }).add({ weeks: away });
    case 'MONTH':
      return today.with({ day: 1 }).add({ months: away });
    case 'QUARTER': {
      const month = [1, 1, 1, 4, 4, 4, 7, 7, 7, 10, 10, 10][today.month - 1] ?? 1;
      return today.with({ day: 1, month }).add({ months: 3 * away });
    }
    case 'YEAR':
      return today.with({ day: 1, month: 1 }).add({ years: away });
  }
}
