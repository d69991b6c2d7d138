import type { TypedGroup, TypedOperation } from '@/components/options/workflow/typed-filter';
import type { Zone } from '@/lib/time/zone';
import { parseMoment, parseMomentEnd } from './local-moment';

/** A number as it is typed; `undefined` when it is none. */
export function numberOf(text: string): number | undefined {
  const value = Number(text);
  return text.trim() === '' || !Number.isFinite(value) ? undefined : value;
}

const filled = (text: string) => (text.trim() === '' ? undefined : text);

/** What a comparison holds besides its operator, to be parsed; what is missing is `undefined`. */
export function rawOperation(typed: TypedOperation, zone: Zone | undefined): object {
  const { operationType, operator, includeObjectsWithNoValueSet } = typed;
  return { operationType, operator, includeObjectsWithNoValueSet, ...operands(typed, zone) };
}

function operands(typed: TypedOperation, zone: Zone | undefined): object {
  const { value, values, lower, upper } = typed;
  switch (typed.operationType) {
    case 'ALL_PROPERTY':
      return {};
    case 'STRING':
      return { value: filled(value) };
    case 'MULTISTRING':
    case 'ENUMERATION':
      return { values };
    case 'NUMBER':
      return { value: numberOf(value) };
    case 'NUMBER_RANGED':
      return { lowerBound: numberOf(lower), upperBound: numberOf(upper) };
    case 'BOOL':
      return { value: value !== 'false' };
    case 'DATE':
      return { date: value };
    case 'DATETIME':
      return { timestamp: parseMoment(value, zone) };
    case 'RANGED_DATE':
      return { lowerBound: parseMoment(lower, zone), upperBound: parseMomentEnd(upper, zone) };
    case 'ROLLING_DATE_RANGE':
    case 'ROLLING_PROPERTY_UPDATED':
      return { numberOfDays: numberOf(typed.days) };
    case 'CALENDAR_DATE':
      return { timeUnit: typed.timeUnit, timeUnitCount: numberOf(typed.timeUnitCount) };
  }
}

/** Groups of filters, to be parsed. */
export function rawGroups(groups: readonly TypedGroup[], zone: Zone | undefined): object[] {
  return groups.map(({ filters }) => ({
    filters: filters.map(({ property, operation }) => ({
      filterType: 'PROPERTY',
      property,
      operation: rawOperation(operation, zone),
    })),
  }));
}
