import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { aContact, address, NOW } from '@/test/support/builders';
import { definitions, passes, TYPES, WARSAW } from '@/test/support/passes-filter';
import { aFilter, groupsOf } from '@/test/support/workflow-builders';
import { holds } from './holds';
import { OPERATORS, operationSchema } from './operation';
import { fitsProperty, OPERATORS_BY_TYPE } from './operators';
import type { PropertyDefinition } from './property-definition';

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
