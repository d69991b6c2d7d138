import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { aContact, address, NOW, zone } from '@/test/support/builders';
import { aFilter, groupsOf } from '@/test/support/workflow-builders';
import { holds } from './holds';
import { OPERATORS, operationSchema } from './operation';
import { fitsProperty, OPERATORS_BY_TYPE } from './operators';
import type { PropertyDefinition, PropertyType } from './property-definition';

/** One property of each type, called after it. */
const TYPES: readonly PropertyType[] = [
  'string',
  'number',
  'bool',
  'enumeration',
  'date',
  'datetime',
];
const definitions = new Map(
  TYPES.map((type): [string, PropertyDefinition] => [type, { name: type, type }]),
);

/** NOW is Tuesday 2026-11-24, 09:00 in Warsaw. */
const WARSAW = zone('Europe/Warsaw');

interface Question {
  readonly is?: string | undefined;
  /** What the property was before, newest first. */
  readonly was?: readonly string[];
  readonly changedAt?: number;
}

/** Does a contact with this value pass? */
function passes(property: string, operation: object, { is, was, changedAt }: Question): boolean {
  const contact = aContact({
    properties: is === undefined ? {} : { [property]: is },
    ...(was && { past: { [property]: { at: changedAt ?? NOW, values: [...was] } } }),
  });
  const groups = groupsOf([aFilter(property, v.parse(operationSchema, operation))]);
  return holds(groups, contact, { definitions, zone: WARSAW, now: NOW });
}

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

describe('has ever been', () => {
  const operation = (operationType: string, operator: string, rest: object) => ({
    operationType,
    operator,
    ...rest,
  });

  test('looks at the value now and at all before', () => {
    const ever = operation('STRING', 'HAS_EVER_BEEN_EQUAL_TO', { value: 'lead' });

    expect(passes('string', ever, { is: 'Lead' })).toBe(true);
    expect(passes('string', ever, { is: 'customer', was: ['demo', 'LEAD'] })).toBe(true);
    expect(passes('string', ever, { is: 'customer', was: ['demo'] })).toBe(false);
  });

  test('remembers what is unknown now', () => {
    const ever = operation('STRING', 'HAS_EVER_BEEN_EQUAL_TO', { value: 'lead' });
    const never = operation('STRING', 'HAS_NEVER_BEEN_EQUAL_TO', { value: 'demo' });

    expect(passes('string', ever, { was: ['lead'] })).toBe(true);
    expect(passes('string', never, { was: ['lead'] })).toBe(true);
  });

  test('has never been is the contrary, for those that have had a value', () => {
    const never = operation('STRING', 'HAS_NEVER_BEEN_EQUAL_TO', { value: 'lead' });

    expect(passes('string', never, { is: 'customer', was: ['demo'] })).toBe(true);
    expect(passes('string', never, { is: 'customer', was: ['lead'] })).toBe(false);
    expect(passes('string', never, {})).toBe(false);
  });

  test('texts contain, numbers and yes or no are equal, choices are any, exactly or all', () => {
    const was = { is: 'x', was: ['Head of Sales'] };
    const contained = operation('STRING', 'HAS_EVER_CONTAINED', { value: 'sales' });
    const notContained = operation('STRING', 'HAS_NEVER_CONTAINED', { value: 'sales' });
    const number = operation('NUMBER', 'HAS_EVER_BEEN_EQUAL_TO', { value: 5 });
    const yes = operation('BOOL', 'HAS_NEVER_BEEN_EQUAL_TO', { value: true });
    const colors = { is: 'green', was: ['red;blue', 'blue'] };
    const choice = (operator: string, ...values: string[]) =>
      passes('enumeration', operation('ENUMERATION', operator, { values }), colors);

    expect(passes('string', contained, was)).toBe(true);
    expect(passes('string', notContained, was)).toBe(false);
    expect(passes('number', number, { is: '7', was: ['5.0'] })).toBe(true);
    expect(passes('bool', yes, { is: 'false', was: ['TRUE'] })).toBe(false);
    expect(choice('HAS_EVER_BEEN_ANY_OF', 'red', 'black')).toBe(true);
    expect(choice('HAS_NEVER_BEEN_ANY_OF', 'black')).toBe(true);
    expect(choice('HAS_EVER_BEEN_EXACTLY', 'blue', 'red')).toBe(true);
    expect(choice('HAS_EVER_BEEN_EXACTLY', 'red')).toBe(false);
    expect(choice('HAS_NEVER_BEEN_EXACTLY', 'red')).toBe(true);
    expect(choice('HAS_EVER_CONTAINED_ALL', 'blue', 'green')).toBe(false);
    expect(choice('HAS_NEVER_CONTAINED_ALL', 'blue', 'red')).toBe(false);
  });
});

describe('a value that is missing', () => {
  const all = Object.entries(OPERATORS).flatMap(([operationType, operators]) =>
    operators.map((operator) => ({ operationType, operator })),
  );
  const compared = all.filter(({ operationType }) => operationType !== 'ALL_PROPERTY');
  /** Something to compare with, whatever the type. */
  const operands: Readonly<Record<string, object>> = {
    STRING: { value: 'x' },
    MULTISTRING: { values: ['x'] },
    NUMBER: { value: 1 },
    NUMBER_RANGED: { lowerBound: 1, upperBound: 2 },
    BOOL: { value: true },
    ENUMERATION: { values: ['x'] },
    DATE: { date: '2026-11-24' },
    DATETIME: { timestamp: NOW },
    RANGED_DATE: { lowerBound: NOW, upperBound: NOW },
    ROLLING_DATE_RANGE: { numberOfDays: 1 },
    ROLLING_PROPERTY_UPDATED: { numberOfDays: 1 },
    CALENDAR_DATE: { timeUnit: 'DAY' },
  };

  test.each(
    compared,
  )('fails $operationType $operator, and passes when it is to be included', (one) => {
    const property =
      TYPES.find((type) =>
        fitsProperty(
          v.parse(operationSchema, { ...one, ...operands[one.operationType] }).operationType,
          definitions.get(type),
        ),
      ) ?? '';
    const operation = { ...one, ...operands[one.operationType] };

    expect(passes(property, operation, {})).toBe(false);
    expect(passes(property, operation, { is: '' })).toBe(false);
    expect(passes(property, { ...operation, includeObjectsWithNoValueSet: true }, {})).toBe(true);
  });

  test('is what "is unknown" asks for, whatever the switch says', () => {
    for (const includeObjectsWithNoValueSet of [true, false]) {
      const ask = (operator: string, is?: string) =>
        passes(
          'string',
          { operationType: 'ALL_PROPERTY', operator, includeObjectsWithNoValueSet },
          { is },
        );

      expect([ask('IS_UNKNOWN'), ask('IS_UNKNOWN', ''), ask('IS_UNKNOWN', 'x')]).toEqual([
        true,
        true,
        false,
      ]);
      expect([ask('IS_KNOWN'), ask('IS_KNOWN', ''), ask('IS_KNOWN', 'x')]).toEqual([
        false,
        false,
        true,
      ]);
    }
  });

  test.each([
    ['number', 'a dozen'],
    ['number', '0x10'],
    ['number', '1,000'],
    ['number', 'Infinity'],
    ['bool', 'yes'],
    ['enumeration', ' ; '],
    ['date', '2026-02-30'],
    ['date', 'tomorrow'],
    ['datetime', '2026-11-24T09:00:00'],
    ['datetime', '2026-11-24T25:00:00Z'],
    ['datetime', '99999999999999999'],
  ])('is also what a %s that says %j has', (type, is) => {
    const ask = (operator: string) =>
      passes(type, { operationType: 'ALL_PROPERTY', operator }, { is });

    expect(ask('IS_KNOWN')).toBe(false);
    expect(ask('IS_UNKNOWN')).toBe(true);
  });
});

describe('a property of another type', () => {
  test('has no value for the filter, and nothing is thrown', () => {
    const operation = { operationType: 'NUMBER', operator: 'IS_NOT_EQUAL_TO', value: 5 };

    expect(passes('string', operation, { is: '7' })).toBe(false);
    expect(
      passes('string', { ...operation, includeObjectsWithNoValueSet: true }, { is: '7' }),
    ).toBe(true);
  });

  test('is one that nobody has told us the type of when the property is a company’s own', () => {
    const own: PropertyDefinition = { name: 'seats', type: 'string', guessed: true };

    expect(fitsProperty('NUMBER', own)).toBe(true);
    expect(fitsProperty('NUMBER', definitions.get('string'))).toBe(false);
    expect(
      passes(
        'seats',
        { operationType: 'NUMBER', operator: 'IS_GREATER_THAN', value: 5 },
        { is: '7' },
      ),
    ).toBe(true);
  });

  test('every operation type fits some type of property', () => {
    for (const { fits } of Object.values(OPERATORS_BY_TYPE)) expect(fits.length).toBeGreaterThan(0);
    expect(Object.keys(OPERATORS_BY_TYPE).sort()).toEqual(Object.keys(OPERATORS).sort());
  });
});

test('a name that every object has is a property like others', () => {
  const operation = { operationType: 'ALL_PROPERTY', operator: 'IS_KNOWN' };

  for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
    expect(passes(name, operation, {})).toBe(false);
  }
  expect(passes('constructor', operation, { is: 'Bob' })).toBe(true);
});

test('the first address is the email, its domain is known as well', () => {
  const contact = aContact({ emails: [address('ada@example.com')] });
  const ask = (property: string, value: string) =>
    holds(
      groupsOf([
        aFilter(
          property,
          v.parse(operationSchema, { operationType: 'STRING', operator: 'IS_EQUAL_TO', value }),
        ),
      ]),
      contact,
      { definitions, zone: WARSAW, now: NOW },
    );

  expect(ask('email', 'ADA@example.com')).toBe(true);
  expect(ask('hs_email_domain', 'example.com')).toBe(true);
});
