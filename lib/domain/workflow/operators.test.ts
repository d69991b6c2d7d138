import { describe, expect, test } from 'vitest';
import { passes } from '@/test/support/passes-filter';

type Row = readonly [operator: string, wanted: unknown, value: string, passed: boolean];

describe('a text', () => {
  test.each<Row>([
    ['IS_EQUAL_TO', 'SaaS', 'SaaS', true],
    ['IS_EQUAL_TO', 'saas', 'SAAS', true],
    ['IS_EQUAL_TO', 'SaaS', 'SaaS tools', false],
    ['IS_EQUAL_TO', 'Łódź', 'łÓDŹ', true],
    ['IS_EQUAL_TO', 'Zoe\u0301', 'Zo\u00e9', true],
    ['IS_NOT_EQUAL_TO', 'SaaS', 'saas', false],
    ['IS_NOT_EQUAL_TO', 'SaaS', 'Retail', true],
    ['CONTAINS', 'sales', 'Presales', true],
    ['CONTAINS', 'sales', 'Marketing', false],
    ['CONTAINS', '.*', 'Marketing', false],
    ['DOES_NOT_CONTAIN', 'sales', 'Presales', false],
    ['DOES_NOT_CONTAIN', 'sales', 'Marketing', true],
    ['STARTS_WITH', 'head', 'Head of Sales', true],
    ['STARTS_WITH', 'sales', 'Head of Sales', false],
    ['ENDS_WITH', 'SALES', 'Head of Sales', true],
    ['ENDS_WITH', 'head', 'Head of Sales', false],
  ])('%s %j: of %j it says %s', (operator, value, is, passed) => {
    expect(passes('string', { operationType: 'STRING', operator, value }, { is })).toBe(passed);
  });

  test.each<Row>([
    ['IS_EQUAL_TO', ['Ada', 'Grace'], 'grace', true],
    ['IS_EQUAL_TO', ['Ada', 'Grace'], 'Alan', false],
    ['IS_NOT_EQUAL_TO', ['Ada', 'Grace'], 'grace', false],
    ['IS_NOT_EQUAL_TO', ['Ada', 'Grace'], 'Alan', true],
    ['CONTAINS', ['vp', 'head'], 'Head of Sales', true],
    ['CONTAINS', ['vp', 'chief'], 'Head of Sales', false],
    ['DOES_NOT_CONTAIN', ['vp', 'head'], 'Head of Sales', false],
    ['CONTAINS_EXACTLY', ['sales'], 'Head of Sales', true],
    ['CONTAINS_EXACTLY', ['sales'], 'Head of Presales', false],
    ['CONTAINS_EXACTLY', ['sales'], 'Presales and sales', true],
    ['CONTAINS_EXACTLY', ['of sales'], 'Head of Sales, EMEA', true],
    ['CONTAINS_EXACTLY', ['dź'], 'Łódź', false],
    ['DOES_NOT_CONTAIN_EXACTLY', ['sales', 'vp'], 'Head of Presales', true],
    ['DOES_NOT_CONTAIN_EXACTLY', ['sales', 'vp'], 'VP', false],
    ['STARTS_WITH', ['vp', 'head'], 'VP Sales', true],
    ['ENDS_WITH', ['ltd', 'gmbh'], 'Acme GmbH', true],
  ])('%s any of %j: of %j it says %s', (operator, values, is, passed) => {
    const operation = { operationType: 'MULTISTRING', operator, values };

    expect(passes('string', operation, { is })).toBe(passed);
  });
});

describe('a number', () => {
  test.each<Row>([
    ['IS_EQUAL_TO', 12, '12.0', true],
    ['IS_EQUAL_TO', 12, ' 1.2e1 ', true],
    ['IS_EQUAL_TO', 0, '-0', true],
    ['IS_NOT_EQUAL_TO', 12, '13', true],
    ['IS_GREATER_THAN', 12, '12', false],
    ['IS_GREATER_THAN', 12, '12.001', true],
    ['IS_GREATER_THAN_OR_EQUAL_TO', 12, '12', true],
    ['IS_LESS_THAN', 12, '-100', true],
    ['IS_LESS_THAN', 12, '12', false],
    ['IS_LESS_THAN_OR_EQUAL_TO', 12, '12', true],
    ['IS_GREATER_THAN', 9, '10', true],
  ])('%s %d: of %j it says %s', (operator, value, is, passed) => {
    expect(passes('number', { operationType: 'NUMBER', operator, value }, { is })).toBe(passed);
  });

  test.each([
    ['1', true],
    ['10', true],
    ['0.99', false],
    ['10.01', false],
  ])('is between 1 and 10, both inside: of %j it says %s', (is, passed) => {
    const range = { operationType: 'NUMBER_RANGED', lowerBound: 1, upperBound: 10 };

    expect(passes('number', { ...range, operator: 'IS_BETWEEN' }, { is })).toBe(passed);
    expect(passes('number', { ...range, operator: 'IS_NOT_BETWEEN' }, { is })).toBe(!passed);
  });

  test('nothing is between bounds that are the wrong way round', () => {
    const range = { operationType: 'NUMBER_RANGED', lowerBound: 10, upperBound: 1 };

    expect(passes('number', { ...range, operator: 'IS_BETWEEN' }, { is: '5' })).toBe(false);
  });
});

test.each<Row>([
  ['IS_EQUAL_TO', true, 'true', true],
  ['IS_EQUAL_TO', false, 'FALSE', true],
  ['IS_EQUAL_TO', true, 'false', false],
  ['IS_NOT_EQUAL_TO', true, 'false', true],
])('yes or no %s %s: of %j it says %s', (operator, value, is, passed) => {
  expect(passes('bool', { operationType: 'BOOL', operator, value }, { is })).toBe(passed);
});

test.each<Row>([
  ['IS_ANY_OF', ['red', 'blue'], 'blue', true],
  ['IS_ANY_OF', ['red', 'blue'], 'green;blue', true],
  ['IS_ANY_OF', ['red', 'blue'], 'green', false],
  ['IS_ANY_OF', ['red'], 'RED', false],
  ['IS_NONE_OF', ['red', 'blue'], 'green;blue', false],
  ['IS_NONE_OF', ['red', 'blue'], 'green', true],
  ['IS_EXACTLY', ['red', 'blue'], 'blue; red', true],
  ['IS_EXACTLY', ['red', 'blue'], 'blue', false],
  ['IS_EXACTLY', ['red'], 'red;red', true],
  ['IS_EXACTLY', ['red', 'blue'], 'red;blue;green', false],
  ['IS_NOT_EXACTLY', ['red', 'blue'], 'red', true],
  ['IS_NOT_EXACTLY', ['red'], 'red', false],
  ['CONTAINS_ALL', ['red', 'blue'], 'red;blue;green', true],
  ['CONTAINS_ALL', ['red', 'blue'], 'red;green', false],
  ['CONTAINS_ALL', ['red'], 'red', true],
  ['DOES_NOT_CONTAIN_ALL', ['red', 'blue'], 'red', true],
  ['DOES_NOT_CONTAIN_ALL', ['red', 'blue'], 'blue;red', false],
])('a choice %s %j: of %j it says %s', (operator, values, is, passed) => {
  const operation = { operationType: 'ENUMERATION', operator, values };

  expect(passes('enumeration', operation, { is })).toBe(passed);
});
