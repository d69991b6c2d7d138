import type { Instant } from '@/lib/time/instant';
import { locale } from './locale';

interface WhenOptions {
  readonly now: Instant;
  /** Whose calendar and clock. Without one: those of this computer, for the rep's own day. */
  readonly zone?: string;
}

/**
 * When something happens, as short as it stays clear: the day only when it is not today, the year
 * only when it is another one.
 *
 * @example when(at, { now, zone: 'Europe/Warsaw' }) // 'tomorrow 9:00 AM', 'jutro 09:00'
 */
export function when(at: Instant, { now, zone }: WhenOptions): string {
  const relative = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' });
  if (at <= now) return relative.format(0, 'second');
  const clock = format(at, { hour: 'numeric', minute: '2-digit' }, zone);
  const days = daysBetween({ from: now, to: at, zone });
  if (days <= 1) return `${relative.format(days, 'day')} ${clock}`;
  if (days < 7) return `${format(at, { weekday: 'long' }, zone)} ${clock}`;
  const sameYear = format(at, { year: 'numeric' }, zone) === format(now, { year: 'numeric' }, zone);
  const date = format(
    at,
    { day: 'numeric', month: 'short', ...(!sameYear && { year: 'numeric' }) },
    zone,
  );
  return `${date}, ${clock}`;
}

function format(at: Instant, parts: Intl.DateTimeFormatOptions, zone: string | undefined): string {
  const where = zone === undefined ? {} : { timeZone: zone };
  return new Intl.DateTimeFormat(locale(), { ...parts, ...where }).format(at);
}

/** Midnights between two instants on the calendar of a zone. */
function daysBetween(span: { from: Instant; to: Instant; zone: string | undefined }): number {
  const zone = span.zone ?? Temporal.Now.timeZoneId();
  const day = (at: Instant) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  return day(span.from).until(day(span.to)).days;
}
