import type { Zone } from '@/lib/time/zone';
import type { Operation, OperationType } from './operation';
import { isOperationOf, type OperationOf } from './operation-of';
import { comparesChoices } from './operators/enumeration';
import { isHistorical, looksBack } from './operators/history';
import { inTime } from './operators/in-time';
import { comparesNumber, inRange } from './operators/number';
import { comparesText } from './operators/text';
import type { TimeOperation } from './operators/time-range';
import type { Predicate } from './predicate';
import type { PropertyDefinition, PropertyType } from './property-definition';
import { fold } from './values/fold';
import type { View } from './views';

/** What compiling needs besides the operation. */
export interface OperatorContext {
  /** Where a view of the filter's property will be found. */
  readonly place: (view: View) => number;
  /** The number under which a choice of it is kept. */
  readonly choiceId: (choice: string) => number;
  readonly zone: Zone;
}

interface Operator {
  /** Property types that it can be asked about. */
  readonly fits: readonly PropertyType[];
  /** Does its answer change while the contact does not? */
  readonly readsClock: boolean;
  /** Does it ask a zone's calendar? */
  readonly readsZone: boolean;
  readonly compile: (operation: Operation, context: OperatorContext) => Predicate;
}

const ALL: readonly PropertyType[] = [
  'string',
  'number',
  'bool',
  'enumeration',
  'date',
  'datetime',
];
const TEXT: readonly PropertyType[] = ['string'];
const TIMES: readonly PropertyType[] = ['date', 'datetime'];
const FIXED = { readsClock: false, readsZone: false };
const DATED = { readsClock: false, readsZone: true };
const ROLLING = { readsClock: true, readsZone: true };

/**
 * What every operation type means: one row each. Names and meanings are those of the lists and
 * workflows API (`hubspot.md` 4.7 and its guide "List filters").
 *
 * | question | rule | source |
 * |---|---|---|
 * | no value | the filter fails, negative operators too; with `includeObjectsWithNoValueSet` it passes | guide: "without a value … accepted" / "rejected" |
 * | `IS_KNOWN`, `IS_UNKNOWN` | ask just that, whatever the switch says | flows carry `IS_UNKNOWN` with `false` |
 * | value of another type | no value | our rule: bad data never passes |
 * | property of another type | as if nobody had a value; lint refuses it first | guide: "Property type must be …" |
 * | several values | any of them; negative operators: none of them | guide: "any of a given set of values" |
 * | case | text is compared without it, choices of an enumeration with it | guide: strings "case-insensitive"; choices are internal names |
 * | contains | any part of the text; `CONTAINS_EXACTLY` whole words only | our rule: the guide does not say |
 * | ever, never | the value now and all earlier ones that we know; no value means never any | guide: "current (or historical)" |
 * | bounds | inside | guide: `INCLUSIVE` |
 * | a date | the day's first to its last millisecond in the workflow's zone | guide: "millisecond of day's start", "last millisecond of day's end" |
 * | X days ago, from now | the beginning of that day in the zone; "less" reaches to now, "more" begins beyond | guide: `TODAY` with an offset, `NOW` |
 * | whole days | a value without a time is where its day begins in the zone | as above |
 * | last, next N units | whole units, without this one; this one "so far" ends now | names |
 * | weeks | begin on Monday | ISO 8601; HubSpot does not say |
 */
export const OPERATORS_BY_TYPE: Readonly<Record<OperationType, Operator>> = {
  ALL_PROPERTY: row('ALL_PROPERTY', ALL, FIXED, ({ operator }, { place }) => {
    const wanted = Number(operator === 'IS_KNOWN');
    const at = place('known');
    return ({ numbers }) => numbers[at] === wanted;
  }),
  STRING: row('STRING', TEXT, FIXED, (operation, { place }) => {
    const { operator, value } = operation;
    return isHistorical(operator)
      ? looksBack(operator, [fold(value)], slot(operation, place('string history')))
      : comparesText(operator, [value], slot(operation, place('text')));
  }),
  MULTISTRING: row('MULTISTRING', TEXT, FIXED, (operation, { place }) =>
    comparesText(operation.operator, operation.values, slot(operation, place('text'))),
  ),
  NUMBER: row('NUMBER', ['number'], FIXED, (operation, { place }) => {
    const { operator, value } = operation;
    return isHistorical(operator)
      ? looksBack(operator, [String(value)], slot(operation, place('number history')))
      : comparesNumber(operator, value, slot(operation, place('number')));
  }),
  NUMBER_RANGED: row('NUMBER_RANGED', ['number'], FIXED, (operation, { place }) =>
    inRange(operation, slot(operation, place('number'))),
  ),
  BOOL: row('BOOL', ['bool'], FIXED, (operation, { place }) => {
    const { operator, value } = operation;
    return isHistorical(operator)
      ? looksBack(operator, [String(value)], slot(operation, place('bool history')))
      : comparesNumber(operator, Number(value), slot(operation, place('bool')));
  }),
  ENUMERATION: row('ENUMERATION', ['enumeration'], FIXED, (operation, { place, choiceId }) => {
    const { operator, values, includeObjectsWithNoValueSet: missing } = operation;
    return isHistorical(operator)
      ? looksBack(
          operator,
          values.map((value) => value.trim()),
          slot(operation, place('enumeration history')),
        )
      : comparesChoices(operator, values, {
          choice: place('choice'),
          choices: place('choices'),
          missing,
          idOf: choiceId,
        });
  }),
  DATE: row('DATE', TIMES, DATED, inMoment),
  DATETIME: row('DATETIME', TIMES, DATED, inMoment),
  RANGED_DATE: row('RANGED_DATE', TIMES, DATED, inMoment),
  ROLLING_DATE_RANGE: row('ROLLING_DATE_RANGE', TIMES, ROLLING, inMoment),
  ROLLING_PROPERTY_UPDATED: row(
    'ROLLING_PROPERTY_UPDATED',
    ALL,
    ROLLING,
    (operation, { place, zone }) =>
      inTime(operation, zone, {
        at: place('updatedAt'),
        missing: operation.includeObjectsWithNoValueSet,
      }),
  ),
  CALENDAR_DATE: row('CALENDAR_DATE', TIMES, ROLLING, inMoment),
};

/** Can a property be asked this? A company's own property can be asked anything. */
export function fitsProperty(
  type: OperationType,
  definition: PropertyDefinition | undefined,
): boolean {
  if (definition === undefined || definition.guessed) return true;
  return OPERATORS_BY_TYPE[type].fits.includes(definition.type);
}

function row<Type extends OperationType>(
  type: Type,
  fits: readonly PropertyType[],
  reads: Pick<Operator, 'readsClock' | 'readsZone'>,
  compile: (operation: OperationOf<Type>, context: OperatorContext) => Predicate,
): Operator {
  return {
    fits,
    ...reads,
    compile: (operation, context) => {
      if (!isOperationOf(operation, type)) throw new TypeError(`${type} does not compile it`);
      return compile(operation, context);
    },
  };
}

function slot(operation: Operation, place: number) {
  return { place, missing: operation.includeObjectsWithNoValueSet };
}

function inMoment(operation: TimeOperation, { place, zone }: OperatorContext): Predicate {
  const day = place('moment');
  const missing = operation.includeObjectsWithNoValueSet;
  return inTime(operation, zone, { day, at: day + 1, missing });
}
