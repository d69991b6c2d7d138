import type { FilterGroups } from './filter';
import { OPERATORS_BY_TYPE } from './operators';

/**
 * May the groups begin or cease to hold although the contact stays as it is?
 *
 * @example dependsOnTime(groups) // true when one asks "more than 3 days ago"
 */
export function dependsOnTime(groups: FilterGroups): boolean {
  return groups.some(({ filters }) =>
    filters.some(({ operation }) => OPERATORS_BY_TYPE[operation.operationType].readsClock),
  );
}
