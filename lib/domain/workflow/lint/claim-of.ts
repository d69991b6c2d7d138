import type { Operation } from '@/lib/domain/workflow/operation';
import { fold } from '@/lib/domain/workflow/values/fold';

/** From where to where, on a scale of its own; `open` when its finite ends do not belong to it. */
export interface Span {
  readonly scale: 'number' | 'day' | 'instant' | 'daysFromToday';
  readonly from: number;
  readonly to: number;
  readonly open: boolean;
}

/** What a filter says about the value, as far as it says it plainly. */
export interface Claim {
  /** May the value be unknown, may it be known? */
  readonly unknown: boolean;
  readonly known: boolean;
  /** It is one of these, it is none of these. */
  readonly only?: readonly string[];
  readonly never?: readonly string[];
  readonly span?: Span;
}

/** Reads the operations that rule values out; any other may hold together with anything. */
export function claimOf(operation: Operation): Claim {
  const unknown = operation.includeObjectsWithNoValueSet;
  // The past keeps nothing from being otherwise now.
  if (/^HAS_/.test(operation.operator)) return { unknown: true, known: true };
  switch (operation.operationType) {
    case 'ALL_PROPERTY':
      return operation.operator === 'IS_KNOWN'
        ? { unknown: false, known: true }
        : { unknown: true, known: false };
    case 'STRING':
      return { unknown, known: true, ...oneOf(operation.operator, [fold(operation.value)]) };
    case 'MULTISTRING':
      return { unknown, known: true, ...oneOf(operation.operator, operation.values.map(fold)) };
    case 'BOOL': {
      const equal = operation.operator === 'IS_EQUAL_TO';
      return { unknown, known: true, only: [String(operation.value === equal)] };
    }
    case 'ENUMERATION':
      return { unknown, known: true, ...oneOf(operation.operator, operation.values) };
    case 'ROLLING_PROPERTY_UPDATED':
      return { unknown: true, known: true };
    default:
      return { unknown, known: true, ...spanClaim(operation) };
  }
}

/** Contacts with several choices at once are rare, and their workflows are not warned about. */
function oneOf(operator: Operation['operator'], values: readonly string[]): Partial<Claim> {
  switch (operator) {
    case 'IS_EQUAL_TO':
    case 'IS_ANY_OF':
    case 'IS_EXACTLY':
    case 'CONTAINS_ALL':
      return { only: values };
    case 'IS_NOT_EQUAL_TO':
    case 'IS_NONE_OF':
      return { never: values };
    default:
      return {};
  }
}

function spanClaim(operation: Operation): Partial<Claim> {
  const span = spanOf(operation);
  return span === undefined ? {} : { span };
}

function spanOf(operation: Operation): Span | undefined {
  switch (operation.operationType) {
    case 'NUMBER':
      return around('number', operation.operator, operation.value);
    case 'DATE':
      return around('day', operation.operator, Date.parse(operation.date));
    case 'DATETIME':
      return around('instant', operation.operator, operation.timestamp);
    case 'NUMBER_RANGED':
    case 'RANGED_DATE': {
      if (operation.operator !== 'IS_BETWEEN') return undefined;
      const scale = operation.operationType === 'NUMBER_RANGED' ? 'number' : 'instant';
      return { scale, from: operation.lowerBound, to: operation.upperBound, open: false };
    }
    case 'ROLLING_DATE_RANGE':
      return rolling(operation.operator, operation.numberOfDays);
    default:
      return undefined;
  }
}

const LEAST = Number.NEGATIVE_INFINITY;
const MOST = Number.POSITIVE_INFINITY;

function around(
  scale: Span['scale'],
  operator: Operation['operator'],
  value: number,
): Span | undefined {
  switch (operator) {
    case 'IS_EQUAL_TO':
      return { scale, from: value, to: value, open: false };
    case 'IS_LESS_THAN':
    case 'IS_BEFORE':
      return { scale, from: LEAST, to: value, open: true };
    case 'IS_LESS_THAN_OR_EQUAL_TO':
      return { scale, from: LEAST, to: value, open: false };
    case 'IS_GREATER_THAN':
    case 'IS_AFTER':
      return { scale, from: value, to: MOST, open: true };
    case 'IS_GREATER_THAN_OR_EQUAL_TO':
      return { scale, from: value, to: MOST, open: false };
    default:
      return undefined;
  }
}

/** In days from the beginning of today; now is somewhere in the first of them. */
function rolling(operator: Operation['operator'], days: number): Span | undefined {
  const scale = 'daysFromToday';
  switch (operator) {
    case 'IS_LESS_THAN_X_DAYS_AGO':
      return { scale, from: -days, to: 1, open: false };
    case 'IS_MORE_THAN_X_DAYS_AGO':
      return { scale, from: LEAST, to: -days, open: true };
    case 'IS_LESS_THAN_X_DAYS_FROM_NOW':
      return { scale, from: 0, to: days, open: false };
    case 'IS_MORE_THAN_X_DAYS_FROM_NOW':
      return { scale, from: days, to: MOST, open: true };
    default:
      return undefined;
  }
}
