import * as v from 'valibot';
import { instantSchema } from '@/lib/time/instant';
import { localDateSchema } from '@/lib/time/local-date';

/*
 * The property operations of the lists and workflows API, under its own names. Source: `hubspot.md`
 * 4.7. What each means is one row in `operators.ts`.
 */

/** What a contact without a value is taken for: matching, or (as usual) not. */
const includeObjectsWithNoValueSet = v.optional(v.boolean(), false);

const text = v.pipe(v.string(), v.maxLength(1_000));
const texts = v.pipe(v.array(text), v.minLength(1), v.maxLength(500));
const finite = v.pipe(v.number(), v.finite());
const days = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(36_500));

function operation<
  const Type extends string,
  const Operators extends readonly [string, ...string[]],
  const Entries extends v.ObjectEntries,
>(operationType: Type, operators: Operators, entries: Entries) {
  return v.object({
    operationType: v.literal(operationType),
    operator: v.picklist(operators),
    includeObjectsWithNoValueSet,
    ...entries,
  });
}

export const OPERATORS = {
  ALL_PROPERTY: ['IS_KNOWN', 'IS_UNKNOWN'],
  STRING: [
    'IS_EQUAL_TO',
    'IS_NOT_EQUAL_TO',
    'CONTAINS',
    'DOES_NOT_CONTAIN',
    'STARTS_WITH',
    'ENDS_WITH',
    'HAS_EVER_BEEN_EQUAL_TO',
    'HAS_NEVER_BEEN_EQUAL_TO',
    'HAS_EVER_CONTAINED',
    'HAS_NEVER_CONTAINED',
  ],
  MULTISTRING: [
    'IS_EQUAL_TO',
    'IS_NOT_EQUAL_TO',
    'CONTAINS',
    'CONTAINS_EXACTLY',
    'DOES_NOT_CONTAIN',
    'DOES_NOT_CONTAIN_EXACTLY',
    'STARTS_WITH',
    'ENDS_WITH',
  ],
  NUMBER: [
    'IS_EQUAL_TO',
    'IS_NOT_EQUAL_TO',
    'IS_GREATER_THAN',
    'IS_GREATER_THAN_OR_EQUAL_TO',
    'IS_LESS_THAN',
    'IS_LESS_THAN_OR_EQUAL_TO',
    'HAS_EVER_BEEN_EQUAL_TO',
    'HAS_NEVER_BEEN_EQUAL_TO',
  ],
  NUMBER_RANGED: ['IS_BETWEEN', 'IS_NOT_BETWEEN'],
  BOOL: ['IS_EQUAL_TO', 'IS_NOT_EQUAL_TO', 'HAS_EVER_BEEN_EQUAL_TO', 'HAS_NEVER_BEEN_EQUAL_TO'],
  ENUMERATION: [
    'IS_ANY_OF',
    'IS_NONE_OF',
    'IS_EXACTLY',
    'IS_NOT_EXACTLY',
    'CONTAINS_ALL',
    'DOES_NOT_CONTAIN_ALL',
    'HAS_EVER_BEEN_ANY_OF',
    'HAS_NEVER_BEEN_ANY_OF',
    'HAS_EVER_BEEN_EXACTLY',
    'HAS_NEVER_BEEN_EXACTLY',
    'HAS_EVER_CONTAINED_ALL',
    'HAS_NEVER_CONTAINED_ALL',
  ],
  DATE: ['IS_EQUAL_TO', 'IS_BEFORE', 'IS_AFTER'],
  DATETIME: ['IS_BEFORE', 'IS_AFTER'],
  RANGED_DATE: ['IS_BETWEEN', 'IS_NOT_BETWEEN'],
  ROLLING_DATE_RANGE: [
    'IS_LESS_THAN_X_DAYS_AGO',
    'IS_MORE_THAN_X_DAYS_AGO',
    'IS_LESS_THAN_X_DAYS_FROM_NOW',
    'IS_MORE_THAN_X_DAYS_FROM_NOW',
  ],
  ROLLING_PROPERTY_UPDATED: ['UPDATED_IN_LAST_X_DAYS', 'NOT_UPDATED_IN_LAST_X_DAYS'],
  CALENDAR_DATE: [
    'IN_THIS_TIME_UNIT',
    'IN_THIS_TIME_UNIT_SO_FAR',
    'IN_NEXT_TIME_UNIT',
    'IN_LAST_TIME_UNIT',
  ],
} as const;

export type OperationType = keyof typeof OPERATORS;

export const TIME_UNITS = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'] as const;

export const operationSchema = v.variant('operationType', [
  operation('ALL_PROPERTY', OPERATORS.ALL_PROPERTY, {}),
  operation('STRING', OPERATORS.STRING, { value: text }),
  operation('MULTISTRING', OPERATORS.MULTISTRING, { values: texts }),
  operation('NUMBER', OPERATORS.NUMBER, { value: finite }),
  operation('NUMBER_RANGED', OPERATORS.NUMBER_RANGED, { lowerBound: finite, upperBound: finite }),
  operation('BOOL', OPERATORS.BOOL, { value: v.boolean() }),
  operation('ENUMERATION', OPERATORS.ENUMERATION, { values: texts }),
  /**
   * By the calendar of the workflow's zone. The API's text lists the operators of days ago here,
   * which is a slip; these are what its guide says a date is asked.
   */
  operation('DATE', OPERATORS.DATE, { date: localDateSchema }),
  operation('DATETIME', OPERATORS.DATETIME, { timestamp: instantSchema }),
  operation('RANGED_DATE', OPERATORS.RANGED_DATE, {
    lowerBound: instantSchema,
    upperBound: instantSchema,
  }),
  operation('ROLLING_DATE_RANGE', OPERATORS.ROLLING_DATE_RANGE, { numberOfDays: days }),
  operation('ROLLING_PROPERTY_UPDATED', OPERATORS.ROLLING_PROPERTY_UPDATED, {
    numberOfDays: days,
  }),
  operation('CALENDAR_DATE', OPERATORS.CALENDAR_DATE, {
    timeUnit: v.picklist(TIME_UNITS),
    /** How many units "next" and "last" reach; the others ignore it. */
    timeUnitCount: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000)), 1),
    /** Years here begin in January: a file that wants others is refused, not misread. */
    useFiscalYear: v.optional(v.literal(false)),
  }),
]);

/** One comparison of one property's value. Bounds are inclusive. */
export type Operation = Readonly<v.InferOutput<typeof operationSchema>>;
