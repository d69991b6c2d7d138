import { describe, expect, test } from 'vitest';
import type { Operation } from '@/lib/domain/workflow/operation';
import { aFilter, equals, isKnown } from '@/test/support/workflow-builders';
import { contradict } from './contradict';

const missing = { includeObjectsWithNoValueSet: false };
const number = (
  operator:
    | 'IS_EQUAL_TO'
    | 'IS_NOT_EQUAL_TO'
    | 'IS_GREATER_THAN'
    | 'IS_GREATER_THAN_OR_EQUAL_TO'
    | 'IS_LESS_THAN'
    | 'IS_LESS_THAN_OR_EQUAL_TO',
  value: number,
): Operation => ({ operationType: 'NUMBER', operator, value, ...missing });
const rolling = (
  operator:
    | 'IS_LESS_THAN_X_DAYS_AGO'
    | 'IS_MORE_THAN_X_DAYS_AGO'
    | 'IS_LESS_THAN_X_DAYS_FROM_NOW'
    | 'IS_MORE_THAN_X_DAYS_FROM_NOW',
  numberOfDays: number,
): Operation => ({ operationType: 'ROLLING_DATE_RANGE', operator, numberOfDays, ...missing });
const text = (
  operator: 'IS_NOT_EQUAL_TO' | 'CONTAINS' | 'HAS_EVER_BEEN_EQUAL_TO',
  value: string,
): Operation => ({ operationType: 'STRING', operator, value, ...missing });
const bool = (
  value: boolean,
  operator: 'IS_EQUAL_TO' | 'IS_NOT_EQUAL_TO' = 'IS_EQUAL_TO',
): Operation => ({ operationType: 'BOOL', operator, value, ...missing });
const choice = (
  operator: 'IS_ANY_OF' | 'IS_NONE_OF' | 'IS_EXACTLY',
  ...values: string[]
): Operation => ({ operationType: 'ENUMERATION', operator, values, ...missing });

function against(a: Operation, b: Operation): boolean {
  const one = contradict(aFilter('p', a), aFilter('p', b));
  expect(contradict(aFilter('p', b), aFilter('p', a))).toBe(one);
  return one;
}

describe('no contact passes both', () => {
  test.each<[Operation, Operation]>([
    [equals('a'), equals('b')],
    [equals('a'), text('IS_NOT_EQUAL_TO', 'A')],
    [equals('a'), isKnown('IS_UNKNOWN')],
    [isKnown(), isKnown('IS_UNKNOWN')],
    [bool(true), bool(false)],
    [bool(true), bool(true, 'IS_NOT_EQUAL_TO')],
    [choice('IS_ANY_OF', 'a', 'b'), choice('IS_ANY_OF', 'c')],
    [choice('IS_ANY_OF', 'a'), choice('IS_NONE_OF', 'a', 'b')],
    [number('IS_EQUAL_TO', 1), number('IS_EQUAL_TO', 2)],
    [number('IS_GREATER_THAN', 5), number('IS_LESS_THAN', 5)],
    [number('IS_GREATER_THAN', 5), number('IS_LESS_THAN_OR_EQUAL_TO', 5)],
    [rolling('IS_LESS_THAN_X_DAYS_AGO', 5), rolling('IS_MORE_THAN_X_DAYS_AGO', 5)],
    [rolling('IS_LESS_THAN_X_DAYS_FROM_NOW', 5), rolling('IS_MORE_THAN_X_DAYS_FROM_NOW', 6)],
    [rolling('IS_MORE_THAN_X_DAYS_AGO', 5), rolling('IS_MORE_THAN_X_DAYS_FROM_NOW', 5)],
  ])('%o, %o', (a, b) => {
    expect(against(a, b)).toBe(true);
  });
});

describe('somebody may pass both', () => {
  test.each<[Operation, Operation]>([
    [equals('a'), equals('A')],
    [equals('a'), text('CONTAINS', 'b')],
    [equals('a'), text('HAS_EVER_BEEN_EQUAL_TO', 'b')],
    [equals('a'), text('IS_NOT_EQUAL_TO', 'b')],
    [{ ...equals('a'), includeObjectsWithNoValueSet: true }, isKnown('IS_UNKNOWN')],
    [choice('IS_ANY_OF', 'a', 'b'), choice('IS_ANY_OF', 'b', 'c')],
    [choice('IS_EXACTLY', 'a', 'b'), choice('IS_ANY_OF', 'b')],
    [number('IS_GREATER_THAN_OR_EQUAL_TO', 5), number('IS_LESS_THAN_OR_EQUAL_TO', 5)],
    [number('IS_EQUAL_TO', 5), number('IS_NOT_EQUAL_TO', 6)],
    [rolling('IS_LESS_THAN_X_DAYS_AGO', 6), rolling('IS_MORE_THAN_X_DAYS_AGO', 5)],
  ])('%o, %o', (a, b) => {
    expect(against(a, b)).toBe(false);
  });

  test('where they ask about two properties', () => {
    expect(contradict(aFilter('a', equals('1')), aFilter('b', equals('2')))).toBe(false);
  });
});
