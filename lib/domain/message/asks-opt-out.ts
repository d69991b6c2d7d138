import { fold } from './fold';
import { ownWords } from './own-words';
import { says } from './says';
import { isUnsubscribeSubject } from './unsubscribe';

/** All that somebody in a hurry writes. */
const ALONE =
  /^(?:stop|remove|unsubscribe|no more|basta|usun|wypisz|abmelden|退订|配信停止)[\s.!]*$/u;

/**
 * Does an answer seem to ask not to be written to? Words say more than they mean, so a person
 * decides; nothing is done by itself.
 *
 * @param text as it arrived, quotes included
 * @example asksOptOut('Please take me off your list.\n> Hello') // true
 */
export function asksOptOut(text: string): boolean {
  const own = ownWords(text);
  const folded = fold(own);
  return isUnsubscribeSubject(own) || ALONE.test(folded) || says(folded, 'optOut');
}
