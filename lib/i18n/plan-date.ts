import type { Instant } from '@/lib/time/instant';
import { locale } from './locale';

/**
 * A date of a plan, whole, because plans are compared and not glanced at.
 *
 * @example planDate(at, { now, zone: 'Europe/Warsaw' }) // 'Tue, Nov 24, 9:00 AM'
 */
export function planDate(
  at: Instant,
  { now, zone }: { readonly now: Instant; readonly zone: string },
): string {
  const year = (instant: Instant) =>
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).year;
  return new Intl.DateTimeFormat(locale(), {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
    ...(year(at) !== year(now) && { year: 'numeric' }),
  }).format(at);
}
