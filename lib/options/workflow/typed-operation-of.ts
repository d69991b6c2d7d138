import { blankOperation } from '@/components/options/workflow/blank-filter';
import type { TypedGroup, TypedOperation } from '@/components/options/workflow/typed-filter';
import type { FilterGroups } from '@/lib/domain/workflow/filter';
import type { Operation } from '@/lib/domain/workflow/operation';
import type { Zone } from '@/lib/time/zone';
import { momentText } from './local-moment';

/** A stored comparison as a form shows it. */
export function typedOperationOf(operation: Operation, zone: Zone): TypedOperation {
  const { operationType, operator, includeObjectsWithNoValueSet } = operation;
  return {
    ...blankOperation(),
    operationType,
    operator,
    includeObjectsWithNoValueSet,
    ...operands(operation, zone),
  };
}

function operands(operation: Operation, zone: Zone): Partial<TypedOperation> {
  switch (operation.operationType) {
    case 'ALL_PROPERTY':
      return {};
    case 'STRING':
    case 'NUMBER':
    case 'BOOL':
      return { value: String(operation.value) };
    case 'MULTISTRING':
    case 'ENUMERATION':
      return { values: operation.values };
    case 'NUMBER_RANGED':
      return { lower: String(operation.lowerBound), upper: String(operation.upperBound) };
    case 'DATE':
      return { value: operation.date };
    case 'DATETIME':
      return { value: momentText(operation.timestamp, zone) };
    case 'RANGED_DATE':
      return {
        lower: momentText(operation.lowerBound, zone),
        upper: momentText(operation.upperBound, zone),
      };
    case 'ROLLING_DATE_RANGE':
    case 'ROLLING_PROPERTY_UPDATED':
      return { days: String(operation.numberOfDays) };
    case 'CALENDAR_DATE':
      return { timeUnit: operation.timeUnit, timeUnitCount: String(operation.timeUnitCount) };
  }
}

/** Stored groups as a form shows them. */
export function typedGroupsOf(
  groups: FilterGroups,
  { zone, newKey }: { readonly zone: Zone; readonly newKey: () => string },
): readonly TypedGroup[] {
  return groups.map(({ filters }) => ({
    key: newKey(),
    filters: filters.map(({ property, operation }) => ({
      key: newKey(),
      property,
      operation: typedOperationOf(operation, zone),
    })),
  }));
}
