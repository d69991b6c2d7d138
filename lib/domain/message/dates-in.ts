import { fold } from './fold';
import { LANGUAGES } from './languages/languages';
import { monthNames } from './month-names';

/** A day as somebody wrote it. */
export type WrittenDay =
  | {
      readonly kind: 'date';
      /** Four digits, where it is written. */
      readonly year?: number;
      readonly month: number;
      readonly day: number;
      /** `05/12`: nobody can say by itself which of the two is the month. */
      readonly swappable: boolean;
    }
  /** Monday is 1. */
  | { readonly kind: 'weekday'; readonly weekday: number };

export interface DateMention {
  readonly written: WrittenDay;
  /** Where it stands in the text, the end outside. */
  readonly start: number;
  readonly end: number;
}

const YEAR = '(?:20\\d\\d)';
const DAY = '(?:3[01]|[12]\\d|0?[1-9])';
const NOT_IN_NUMBER = '(?<![\\d./:-]|\\d )';

/**
 * The days that a text names, in its order, in any of our languages. Weekdays only where no date
 * stands beside them.
 *
 * @param folded text that went through `fold`
 * @example datesIn('back on monday, 14 december').map(({ written }) => written)
 * // [{ kind: 'date', month: 12, day: 14, swappable: false }]
 */
export function datesIn(folded: string): readonly DateMention[] {
  const found: DateMention[] = [];
  for (const { pattern, read } of patterns()) {
    for (const match of folded.matchAll(pattern)) {
      const written = read(match.groups ?? {});
      const mention = { written, start: match.index, end: match.index + match[0].length };
      const near = written.kind === 'weekday' ? 4 : 0;
      const isTaken = found.some(
        ({ start, end }) => mention.start < end + near && start < mention.end + near,
      );
      if (!isTaken) found.push(mention);
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

interface Pattern {
  readonly pattern: RegExp;
  readonly read: (groups: Readonly<Record<string, string | undefined>>) => WrittenDay;
}

let known: readonly Pattern[] | undefined;

/** Always the same, and too dear to be made for each message or by a worker that reads none. */
function patterns(): readonly Pattern[] {
  known ??= makePatterns();
  return known;
}

/** The most telling first: what one has taken, no later one reads in another way. */
function makePatterns(): readonly Pattern[] {
  const months = monthNames();
  const name = `(?<name>${alternatives([...months.keys()])})(?!\\p{L})\\.?`;
  const ordinal = '(?:st|nd|rd|th|er|eme|re|º|ª|[.a-z]?°|\\.)?';
  const dateOf: Pattern['read'] = (groups) => written(groups, months);
  const date = (source: string): Pattern => ({
    pattern: new RegExp(source, 'gu'),
    read: dateOf,
  });
  return [
    date(
      '(?<month>\\d\\d?)\\s?月\\s?\\d\\d?\\s?[日号號]?\\s?(?:から|より|至|到|-|~|〜|–)\\s?(?<day>\\d\\d?)\\s?[日号號]',
    ),
    date(`(?<year>${YEAR})\\s?年\\s?(?<month>\\d\\d?)\\s?月\\s?(?<day>\\d\\d?)\\s?[日号號]?`),
    date('(?<month>\\d\\d?)\\s?月\\s?(?<day>\\d\\d?)\\s?[日号號]?'),
    date(`${NOT_IN_NUMBER}(?<year>${YEAR})([-/.])(?<month>\\d\\d?)\\2(?<day>\\d\\d?)(?!\\d)`),
    date(
      `${NOT_IN_NUMBER.replace('-', '')}(?<day>${DAY})${ordinal}\\s?(?:of |de |d'|di |do )?-?${name}(?:,?\\s?(?:de |del |di |of )?-?(?<year>${YEAR})(?!\\d))?`,
    ),
    date(
      `(?<!\\p{L})${name}\\s${DAY}${ordinal}\\s?(?:-|–|—|to|through|thru|until)\\s?(?<day>${DAY})${ordinal}(?![\\d:])(?:,?\\s?(?<year>${YEAR})(?!\\d))?`,
    ),
    date(
      `(?<!\\p{L})${name}\\s(?:the )?(?<day>${DAY})${ordinal}(?![\\d:])(?:,?\\s?(?<year>${YEAR})(?!\\d))?`,
    ),
    date(
      `${NOT_IN_NUMBER.replace('-', '')}(?<first>${DAY})([./])(?<second>${DAY})\\2(?<year>${YEAR}|\\d\\d)(?![\\d/])`,
    ),
    date(`${NOT_IN_NUMBER}(?<first>${DAY})-(?<second>${DAY})-(?<year>${YEAR})(?![\\d-])`),
    date(
      `${NOT_IN_NUMBER.replace('-', '')}(?<day>${DAY})\\.\\s?(?<month>1[0-2]|0?[1-9])(?:\\.(?!\\d)|(?![\\d.:%]))`,
    ),
    date(`${NOT_IN_NUMBER.replace('-', '')}(?<first>${DAY})/(?<second>${DAY})(?![\\d/])`),
    ...weekdays(),
  ];
}

function written(
  groups: Readonly<Record<string, string | undefined>>,
  months: ReadonlyMap<string, number>,
): WrittenDay {
  const number = (key: string) => Number(groups[key] ?? 0);
  const year = number('year') < 100 ? number('year') + 2_000 : number('year');
  const isNamed = groups['name'] !== undefined;
  const isOpen = groups['first'] !== undefined;
  const month = isNamed
    ? (months.get(groups['name'] ?? '') ?? 0)
    : number(isOpen ? 'second' : 'month');
  return {
    kind: 'date',
    ...(groups['year'] !== undefined && { year }),
    month,
    day: number(isOpen ? 'first' : 'day'),
    swappable: isOpen,
  };
}

function weekdays(): readonly Pattern[] {
  return Array.from({ length: 7 }, (_, index) => {
    const names = LANGUAGES.flatMap((language) => weekdayNames(language, index));
    const pattern = `(?<!\\p{L})(?:${alternatives(names)})`;
    return {
      pattern: new RegExp(pattern, 'gu'),
      read: () => ({ kind: 'weekday', weekday: index + 1 }) as const,
    };
  });
}

/** 2026-06-01 was a Monday. */
function weekdayNames(
  { locales, weekdays: stems }: (typeof LANGUAGES)[number],
  index: number,
): readonly string[] {
  const stem = stems?.[index];
  if (stem !== undefined) return [fold(stem)];
  return locales.map((locale) =>
    fold(
      new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
        Date.UTC(2026, 5, 1 + index),
      ),
    ),
  );
}

function alternatives(words: readonly string[]): string {
  return [...new Set(words)]
    .sort((one, other) => other.length - one.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('|');
}
