import type { FilterGroups } from './filter';

/**
 * The properties that groups read: nothing else of a contact can change whether they hold.
 *
 * @example propertiesOf(groups) // new Set(['industry', 'city'])
 */
export function propertiesOf(groups: FilterGroups): ReadonlySet<string> {
  return new Set(groups.flatMap(({ filters }) => filters.map(({ property }) => property)));
}
