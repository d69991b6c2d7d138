import { dateOf, midnightOf } from '@/lib/time/calendar-ms';
import { DAY } from '@/lib/time/instant';
import type { LocalDate } from '@/lib/time/local-date';
import { weekdayOf } from '@/lib/time/weekday';
import { type DateMention, datesIn, type WrittenDay } from './dates-in';
import { fold } from './fold';
import { LANGUAGES } from './languages/languages';
import type { Phrases } from './languages/phrases';

/** A note about longer than this is none to wait for. */
const LONGEST = 366;
/** Without a year, the next such day is meant only if it is not too far: else it is past. */
const LONGEST_WITHOUT_YEAR = 200;
/** Nobody writes more about being away. */
const READ = 4_000;
/** How far around a day the words stand that say what it is. */
const BEFORE = 48;
const AFTER = 28;
const BETWEEN_WEEKDAYS = 10;

type Role = 'back' | 'until' | 'from' | 'none';

export interface ReturnDateOptions {
  /** The day of the message, where its writer is. */
  readonly today: LocalDate;
  /** `05/12` is the 12th of May there. */
  readonly monthFirst: boolean;
}

/**
 * The first day on which the writer of an absence note is back: the day named as such, else the one
 * after the last day away. A day that is past, or over a year ahead, counts as none.
 *
 * @param text of the note, subject included
 * @example returnDate('Away through May 12', { today: '2026-05-01', monthFirst: true }) // '2026-05-13'
 */
export function returnDate(text: string, options: ReturnDateOptions): LocalDate | undefined {
  const folded = fold(text.slice(0, READ));
  const mentions = datesIn(folded).flatMap((mention, index, all) => {
    const previous = all[index - 1];
    if (isWorkingWeek(previous, mention)) return [];
    const role = roleOf(folded, mention, previous?.end ?? 0);
    const date = dateFor(mention.written, options);
    if (date === undefined || (mention.written.kind === 'weekday' && !isCue(role))) return [];
    return [{ role, date }];
  });
  const back = mentions.find(({ role, date }) => role === 'back' && date >= options.today)?.date;
  if (back !== undefined) return back;
  const last = mentions
    .filter(({ role }) => role !== 'from')
    .sort((one, other) => Number(other.role === 'until') - Number(one.role === 'until'))
    .filter(({ role }, _, [first]) => role === first?.role)
    .map(({ date }) => date)
    .sort()
    .at(-1);
  return last === undefined ? undefined : dateOf(midnightOf(last) + DAY);
}

/** `Monday to Thursday` are the days on which somebody works. */
function isWorkingWeek(
  previous: DateMention | undefined,
  { written, start }: DateMention,
): boolean {
  return (
    previous?.written.kind === 'weekday' &&
    written.kind === 'weekday' &&
    start - previous.end <= BETWEEN_WEEKDAYS
  );
}

function isCue(role: Role): boolean {
  return role === 'back' || role === 'until';
}

function roleOf(folded: string, { start, end }: DateMention, previousEnd: number): Role {
  const before = folded
    .slice(Math.max(previousEnd, start - BEFORE), start)
    .replace(/^.*[.!?。！？;](?=\s|\p{sc=Han})/u, '');
  const after = folded.slice(end, end + AFTER).replace(/[.!?。！？](?:\s.*)?$/u, '');
  const says = (side: 'before' | 'after', key: keyof Phrases) =>
    LANGUAGES.some((language) => {
      const phrases = language[key] ?? [];
      return side === 'before'
        ? phrases.some((phrase) => standsBefore(before, fold(phrase)))
        : phrases.some((phrase) => after.includes(fold(phrase)));
    });
  if (says('before', 'backOn')) return 'back';
  if (says('after', 'untilAfter') && !says('before', 'until')) return 'until';
  if (says('before', 'until')) return 'until';
  if (says('after', 'backAfter')) return 'back';
  return says('before', 'from') ? 'from' : 'none';
}

/** A short word says something about a day only right before it: `to`, `au`, `–`, `至`. */
function standsBefore(before: string, phrase: string): boolean {
  const trimmed = before.trimEnd();
  if (phrase.length > 3) return trimmed.includes(phrase);
  if (!trimmed.endsWith(phrase)) return false;
  const isWord = /^\p{L}/u.test(phrase) && !/^\p{sc=Han}/u.test(phrase);
  return !isWord || !/\p{L}$/u.test(trimmed.slice(0, -phrase.length));
}

function dateFor(written: WrittenDay, options: ReturnDateOptions): LocalDate | undefined {
  const { today, monthFirst } = options;
  if (written.kind === 'weekday') {
    const ahead = (written.weekday - weekdayOf(today) + 7) % 7 || 7;
    return dateOf(midnightOf(today) + ahead * DAY);
  }
  if (!written.swappable) return sensible(written, today);
  const swapped = { ...written, month: written.day, day: written.month };
  const [likely, other] = monthFirst ? [swapped, written] : [written, swapped];
  return sensible(likely, today) ?? sensible(other, today);
}

function sensible(
  { year, month, day }: Extract<WrittenDay, { kind: 'date' }>,
  today: LocalDate,
): LocalDate | undefined {
  const thisYear = Number(today.slice(0, 4));
  const years = year === undefined ? [thisYear, thisYear + 1] : [year];
  const most = year === undefined ? LONGEST_WITHOUT_YEAR : LONGEST;
  for (const candidate of years) {
    const at = Date.UTC(candidate, month - 1, day);
    const isOnCalendar = month >= 1 && month <= 12 && new Date(at).getUTCDate() === day;
    const ahead = (at - midnightOf(today)) / DAY;
    if (isOnCalendar && ahead >= -1 && ahead <= most) return dateOf(at);
  }
  return undefined;
}
