import { fold } from './fold';
import { LANGUAGES } from './languages/languages';

/** Short names that are words of their own in some language. */
const WORDS = new Set(['out', 'set', 'sie', 'lis', 'ago']);

/**
 * The months as people write them in any of our languages, folded, with their number from 1.
 *
 * @example monthNames().get('grudnia') // 12
 */
export function monthNames(): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  const forms = [{ month: 'long' }, { month: 'long', day: 'numeric' }, { month: 'short' }] as const;
  for (const locale of LANGUAGES.flatMap(({ locales }) => locales)) {
    for (const form of forms) {
      const format = new Intl.DateTimeFormat(locale, { ...form, timeZone: 'UTC' });
      for (let month = 1; month <= 12; month += 1) {
        const part = format
          .formatToParts(Date.UTC(2026, month - 1, 1))
          .find(({ type }) => type === 'month');
        const name = fold(part?.value ?? '').replace(/\.$/, '');
        const isShort = form.month === 'short';
        if (name.length > 2 && !(isShort && WORDS.has(name)) && !names.has(name)) {
          names.set(name, month);
        }
      }
    }
  }
  return names;
}
