import { t } from './t';

/** A Monday, to count from. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

/**
 * The name of a day of the week, in the browser's language.
 *
 * @param day 1 is Monday, 7 is Sunday
 * @example weekdayName(1) // 'Monday'
 */
export function weekdayName(day: number): string {
  const format = new Intl.DateTimeFormat(t('when.language'), { weekday: 'long', timeZone: 'UTC' });
  return format.format(MONDAY + (day - 1) * DAY);
}
