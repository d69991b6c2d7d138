import type { TypedFilter, TypedGroup, TypedOperation } from './typed-filter';

const BLANK: TypedOperation = {
  operationType: 'STRING',
  operator: 'IS_EQUAL_TO',
  includeObjectsWithNoValueSet: false,
  value: '',
  values: [],
  lower: '',
  upper: '',
  days: '',
  timeUnit: 'DAY',
  timeUnitCount: '1',
};

/** A comparison in which nothing is typed yet. */
export const blankOperation = (): TypedOperation => BLANK;

export function blankFilter(newKey: () => string): TypedFilter {
  return { key: newKey(), property: '', operation: BLANK };
}

export function blankGroup(newKey: () => string): TypedGroup {
  return { key: newKey(), filters: [blankFilter(newKey)] };
}

/** The same filters again, under names of their own. */
export function copiedGroup(group: TypedGroup, newKey: () => string): TypedGroup {
  return {
    key: newKey(),
    filters: group.filters.map((filter) => ({ ...filter, key: newKey() })),
  };
}
