import { EMPTY_CALENDAR } from '@/lib/domain/schedule/calendar';
import type { SendTimes } from '@/lib/domain/schedule/send-times';
import type { EligibleDays } from '@/lib/domain/sequence/settings';
import { dateOf } from '@/lib/time/calendar-ms';
import type { LocalDate } from '@/lib/time/local-date';
import { zone } from './builders';

/** A date, written down in a test. */
export const day = (text: string): LocalDate => dateOf(Date.parse(`${text}T00:00:00Z`));

/** `08:30` as minutes of the day; `24:00` is the end of it. */
export function minute(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return hours * 60 + minutes;
}

interface Rules {
  readonly zone?: string;
  readonly days?: EligibleDays;
  /** `08:00-18:00` */
  readonly window?: string;
  readonly holidays?: readonly string[];
  readonly closed?: readonly string[];
}

/** Business days from eight to six in Warsaw, unless a test says otherwise. */
export function someTimes(rules: Rules = {}): SendTimes {
  const [start = '', end = ''] = (rules.window ?? '08:00-18:00').split('-');
  const { holidays, closed } = rules;
  return {
    zone: zone(rules.zone ?? 'Europe/Warsaw'),
    settings: {
      days: rules.days ?? 'businessDays',
      window: { start: minute(start), end: minute(end) },
    },
    calendar: {
      holidays: holidays ? new Map(holidays.map((d) => [day(d), d])) : EMPTY_CALENDAR.holidays,
      closed: closed ? new Set(closed.map(day)) : EMPTY_CALENDAR.closed,
    },
  };
}

/** What the clock of a zone shows, `Mon 2026-11-23 08:30`; by Intl, not by what is under test. */
export function shown(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (name: string) => parts.find(({ type }) => type === name)?.value ?? '';
  const date = `${part('year')}-${part('month')}-${part('day')}`;
  return `${part('weekday')} ${date} ${part('hour')}:${part('minute')}`;
}
