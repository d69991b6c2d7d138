import { fold } from './fold';
import { LANGUAGES } from './languages/languages';
import type { Phrases } from './languages/phrases';

type Topic = 'absent' | 'left' | 'received' | 'optOut';

/**
 * Does a text say one of our phrases about this, in any language?
 *
 * @param folded text that went through `fold`
 * @example says(fold('Jestem na urlopie.'), 'absent') // true
 */
export function says(folded: string, topic: Topic & keyof Phrases): boolean {
  return LANGUAGES.some((language) =>
    language[topic].some((phrase) => includesPhrase(folded, fold(phrase))),
  );
}

/** A phrase begins where a word begins; how it ends depends on who speaks of whom. */
function includesPhrase(folded: string, phrase: string): boolean {
  const isSpaced = !/^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(phrase);
  let at = folded.indexOf(phrase);
  while (at !== -1) {
    // Arabic writes `and`, `the` and `in` onto the word.
    const before = folded.slice(Math.max(0, at - 1), at);
    if (!isSpaced || !/[\p{L}\p{N}]/u.test(before) || /\p{sc=Arabic}/u.test(before)) return true;
    at = folded.indexOf(phrase, at + 1);
  }
  return false;
}
