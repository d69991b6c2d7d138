import type { MinuteOfDay } from '@/lib/time/local-date';

const DAY_MINUTES = 1_440;

/**
 * Minutes since midnight as a time input holds them. The end of the day is midnight again.
 *
 * @example clockText(510) // '08:30'
 * @example clockText(1_440) // '00:00'
 */
export function clockText(minute: number): string {
  const shown = minute % DAY_MINUTES;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(shown / 60))}:${two(shown % 60)}`;
}

/**
 * @example parseClock('08:30') // 510
 * @example parseClock('') // undefined
 */
export function parseClock(text: string): MinuteOfDay | undefined {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)(?::\d\d)?$/.exec(text) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

/** As the end of something that began that day: midnight is the end of the day, not its start. */
export function parseClockEnd(text: string): number | undefined {
  const minute = parseClock(text);
  return minute === 0 ? DAY_MINUTES : minute;
}
