import type { Sender } from '@/lib/domain/sender/sender';
import type { Calendar } from './calendar';

/**
 * The calendar of a contact, and the days on which whoever writes to them is away.
 *
 * A delay goes on while the sender is away: it says how long the contact has had, and they have had
 * those days. Only the moment of sending moves, to the first one after the sender is back; so what
 * was planned before the days off were known ends up where it would have been planned.
 *
 * @example withAbsence(await calendarOf(tx, contact, zone), sender)
 */
export function withAbsence(
  calendar: Calendar,
  sender: Pick<Sender, 'zone' | 'away'> | undefined,
): Calendar {
  if (sender === undefined || sender.away.length === 0) return calendar;
  return { ...calendar, absence: { zone: sender.zone, days: sender.away } };
}
