import type { Instant } from '@/lib/time/instant';
import { DAY } from '@/lib/time/instant';
import { locale } from './locale';

/**
 * The day on which something happened, on the rep's own calendar: recent days in words, older ones
 * as a date.
 *
 * @example pastDay(now - 2 * DAY, { now }) // '2 days ago'
 */
export function pastDay(at: Instant, { now }: { readonly now: Instant }): string {
  const midnight = (instant: Instant) => new Date(instant).setHours(0, 0, 0, 0);
  // Rounded, because a day with a clock change has 23 or 25 hours.
  const days = Math.round((midnight(now) - midnight(at)) / DAY);
  if (days < 7) {
    return new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(-days, 'day');
  }
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(locale(), {
    day: 'numeric',
    month: 'short',
    ...(!isThisYear && { year: 'numeric' }),
  }).format(at);
}
