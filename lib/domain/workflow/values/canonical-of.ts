import type { PropertyType } from '@/lib/domain/workflow/property-definition';
import { boolOf } from './bool-of';
import { choicesOf } from './choices-of';
import { fold } from './fold';
import { momentOf } from './moment-of';
import { numberOf } from './number-of';

/**
 * A value in the one way in which it can be compared with others of its type: as its choices. All but
 * an enumeration have one.
 *
 * @returns `undefined` for a value that is none of that type
 * @example canonicalOf('12.0', 'number') // ['12']
 * @example canonicalOf('twelve', 'number') // undefined
 */
export function canonicalOf(text: string, type: PropertyType): readonly string[] | undefined {
  switch (type) {
    case 'string':
      return text === '' ? undefined : [fold(text)];
    case 'number': {
      const number = numberOf(text);
      return Number.isNaN(number) ? undefined : [String(number)];
    }
    case 'bool': {
      const bool = boolOf(text);
      return bool === undefined ? undefined : [String(bool)];
    }
    case 'enumeration':
      return choicesOf(text);
    case 'date':
    case 'datetime': {
      const moment = momentOf(text, type);
      return moment && [Number.isNaN(moment.day) ? `at ${moment.at}` : `day ${moment.day}`];
    }
  }
}
