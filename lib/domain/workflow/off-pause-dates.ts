import { addDays } from '@/lib/time/add-days';
import type { Instant } from '@/lib/time/instant';
import type { LocalDate } from '@/lib/time/local-date';
import { instantOf, wallClockOf } from '@/lib/time/zoned';
import type { WorkflowSettings } from './workflow';

/** No calendar of ours goes on. */
const LAST_YEAR = '9999';

/**
 * The same instant, or the same clock time on the next day that is no pause date.
 *
 * @example offPauseDates(sundayNoon, { zone: warsaw, pauseDates: [{ from: sunday, to: sunday }] }) // Monday, noon
 */
export function offPauseDates(
  at: Instant,
  { zone, pauseDates }: Pick<WorkflowSettings, 'zone' | 'pauseDates'>,
): Instant {
  if (pauseDates.length === 0) return at;
  const { date, minute } = wallClockOf(at, zone);
  const free = freeDay(date, pauseDates);
  if (free === date) return at;
  const moved = instantOf(free, minute, zone, 'compatible');
  // A zone may leave a whole day out: what was meant for it is on the next one, which may pause too.
  const landed = wallClockOf(moved, zone).date;
  return landed === free ? moved : offPauseDates(moved, { zone, pauseDates });
}

function freeDay(date: LocalDate, pauseDates: WorkflowSettings['pauseDates']): LocalDate {
  const range = pauseDates.find(({ from, to }) => from <= date && date <= to);
  if (range === undefined || range.to.startsWith(LAST_YEAR)) return range?.to ?? date;
  return freeDay(addDays(range.to, 1), pauseDates);
}
