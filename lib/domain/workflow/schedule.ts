import { addDays } from '@/lib/time/add-days';
import { DAY, type Instant } from '@/lib/time/instant';
import type { LocalDate } from '@/lib/time/local-date';
import { weekdayOf } from '@/lib/time/weekday';
import type { Zone } from '@/lib/time/zone';
import { instantOf, wallClockOf } from '@/lib/time/zoned';
import type { PropertyType } from './property-definition';
import type { Schedule } from './trigger';
import { dayNumberOf } from './values/day-number';
import { momentOf } from './values/moment-of';

type PropertyBased = Extract<Schedule, { readonly type: 'PROPERTY_BASED' }>;

/**
 * When a schedule starts next, by the clock of its zone. A time that the clock skips is as much
 * later, a doubled one is the first. One that goes by a property comes every day, and `isDue` says
 * for whom.
 *
 * @returns always later than `after`
 * @example nextScheduleAt({ type: 'DAILY', minute: 540 }, warsaw, tenInTheMorning) // tomorrow, nine
 */
export function nextScheduleAt(schedule: Schedule, zone: Zone, after: Instant): Instant {
  // From the day before, whose time the clock may have moved past midnight.
  let date = addDays(wallClockOf(after, zone).date, -1);
  for (;;) {
    if (isOn(schedule, date)) {
      const at = instantOf(date, schedule.minute, zone, 'compatible');
      if (at > after) return at;
    }
    date = addDays(date, 1);
  }
}

interface IsDueEnv {
  /** The day in question, by the workflow's calendar. */
  readonly date: LocalDate;
  readonly zone: Zone;
  /** Of the property, where it is known. */
  readonly type?: PropertyType | undefined;
}

/**
 * Is this the day for a contact whose date property holds this?
 *
 * @param value as stored: a date, or an instant that is read in the zone
 * @example isDue({ ...schedule, daysDelta: -7, yearly: true }, '1990-06-15', { date: june8, zone }) // true
 */
export function isDue(
  { daysDelta, yearly }: Pick<PropertyBased, 'daysDelta' | 'yearly'>,
  value: string | undefined,
  { date, zone, type }: IsDueEnv,
): boolean {
  const day = value === undefined ? undefined : dayOf(value.trim(), { zone, type });
  if (day === undefined) return false;
  const wanted = dayNumberOf(date) - daysDelta;
  if (!yearly) return day === wanted;
  return day <= wanted && isAnniversary(new Date(day * DAY), new Date(wanted * DAY));
}

/** Nobody's birthday comes before their birth; a leap day's is on February 28 in other years. */
function isAnniversary(first: Date, today: Date): boolean {
  if (first.getUTCMonth() !== today.getUTCMonth()) return false;
  const day = Math.min(first.getUTCDate(), lastDayOfMonth(today));
  return today.getUTCDate() === day;
}

function dayOf(value: string, { zone, type }: Pick<IsDueEnv, 'zone' | 'type'>): number | undefined {
  const moment = momentOf(value, type === 'date' ? 'date' : 'datetime');
  if (moment === undefined || !Number.isNaN(moment.day)) return moment?.day;
  // HubSpot keeps whole days as midnight UTC, which is another day in half of the world.
  if (type !== 'datetime' && moment.at % DAY === 0) return moment.at / DAY;
  try {
    return dayNumberOf(wallClockOf(moment.at, zone).date);
  } catch (error) {
    // Beyond the calendar is no day of ours.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function isOn(schedule: Schedule, date: LocalDate): boolean {
  switch (schedule.type) {
    case 'DAILY':
    case 'PROPERTY_BASED':
      return true;
    case 'WEEKLY':
      return schedule.daysOfWeek.includes(weekdayOf(date));
    case 'MONTHLY_SPECIFIC_DAYS':
      return schedule.daysOfMonth.some((day) => isDayOfMonth(date, day));
    case 'MONTHLY_RELATIVE_DAYS':
      return schedule.day === 'LAST_DAY_OF_MONTH'
        ? isDayOfMonth(date, 31)
        : weekdayOf(date) === 1 && dayOfMonth(date) <= 7;
  }
}

/** A day that the month does not have is its last one. */
function isDayOfMonth(date: LocalDate, day: number): boolean {
  return dayOfMonth(date) === Math.min(day, lastDayOfMonth(new Date(date)));
}

function dayOfMonth(date: LocalDate): number {
  return new Date(date).getUTCDate();
}

function lastDayOfMonth(date: Date): number {
  // Day 0 is the one before the first.
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}
