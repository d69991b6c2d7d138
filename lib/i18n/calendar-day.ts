import { locale } from './locale';

/**
 * A day on a calendar, without a zone.
 *
 * @example calendarDay('2026-12-24') // 'Dec 24, 2026'
 */
export function calendarDay(date: string): string {
  const day = new Intl.DateTimeFormat(locale(), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return day.format(Date.parse(date));
}

/** @example countryName('PL') // 'Poland' */
export function countryName(code: string): string {
  try {
    return new Intl.DisplayNames([locale()], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}
