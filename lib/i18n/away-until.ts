import type { Away } from '@/lib/domain/sender/sender';
import type { Instant } from '@/lib/time/instant';
import { calendarDay } from './calendar-day';

/**
 * The last day of the absence that somebody is in, by their own calendar; absences are stored
 * without overlaps.
 *
 * @returns `undefined` for somebody who is there
 * @example awayUntil(sender, now) // 'Dec 10, 2026'
 */
export function awayUntil(
  { away, zone }: { readonly away: readonly Away[]; readonly zone: string },
  now: Instant,
): string | undefined {
  const today = Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
  const current = away.find(({ from, to }) => from <= today && today <= to);
  return current && calendarDay(current.to);
}
