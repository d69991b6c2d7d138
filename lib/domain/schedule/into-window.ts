import { addDays } from '@/lib/time/add-days';
import { type Instant, MINUTE } from '@/lib/time/instant';
import type { LocalDate } from '@/lib/time/local-date';
import { instantOf, nextChangeOf, wallClockOf } from '@/lib/time/zoned';
import { backAt } from './back-at';
import { eligibleDay } from './eligible-day';
import { inWindow } from './in-window';
import type { SendTimes } from './send-times';
import { spread } from './spread';

/**
 * The first instant at or after `at` at which a step may run. One that had to wait for the window to
 * open is put off by its own {@link spread}, if it has a key.
 *
 * A window's start that daylight saving skips is the end of the gap, one that comes twice opens
 * twice; a window that lies within a gap does not open on that day. While the sender is away none
 * opens; who comes back into an open one is spread as well, or everything would leave at once.
 *
 * @example intoWindow(saturdayNoon, { zone: warsaw, settings, calendar }) // Monday 08:00 there
 */
export function intoWindow(
  at: Instant,
  times: SendTimes & { readonly spreadKey?: string },
): Instant {
  const { spreadKey } = times;
  const { absence } = times.calendar;
  let open = firstOpen(at, times);
  for (let back = backAt(open, absence); back !== undefined; back = backAt(open, absence)) {
    const isOpen = spreadKey !== undefined && inWindow(back, times);
    open = isOpen ? spreadFrom(back, spreadKey, times) : firstOpen(back, times);
  }
  return open;
}

/** The same, whoever is away. */
function firstOpen(at: Instant, times: SendTimes & { readonly spreadKey?: string }): Instant {
  if (inWindow(at, times)) return at;
  const { settings, calendar, spreadKey } = times;
  for (let { date } = wallClockOf(at, times.zone); ; date = addDays(date, 1)) {
    if (!eligibleDay(date, settings.days, calendar)) continue;
    const opening = openingOn(date, at, times);
    if (opening !== undefined) {
      return spreadKey === undefined ? opening : spreadFrom(opening, spreadKey, times);
    }
  }
}

/** A window opens when the clock reaches its start, or when the clock is put into it. */
function openingOn(date: LocalDate, from: Instant, times: SendTimes): Instant | undefined {
  const { zone, settings } = times;
  const { start } = settings.window;
  const midnight = instantOf(date, 0, zone, 'compatible');
  const dayEnd = instantOf(addDays(date, 1), 0, zone, 'later');
  const openings = [
    instantOf(date, start, zone, 'compatible'),
    instantOf(date, start, zone, 'later'),
    nextChangeOf(midnight - 1, zone),
  ].filter((at) => at >= from && at < dayEnd && inWindow(at, times));
  return openings.length === 0 ? undefined : Math.min(...openings);
}

/** Less, where the clock leaves the window earlier than it would on other days. */
function spreadFrom(opening: Instant, key: string, times: SendTimes): Instant {
  for (let minutes = spread(key, times.settings.window); minutes > 0; minutes >>= 1) {
    const at = opening + minutes * MINUTE;
    if (inWindow(at, times)) return at;
  }
  return opening;
}
