import { expect, test } from 'vitest';
import { OPERATORS } from '@/lib/domain/workflow/operation';
import type { PropertyType } from '@/lib/domain/workflow/property-definition';
import { operatorsFor } from './operators-for';

const types = (choices: ReturnType<typeof operatorsFor>) => [
  ...new Set(choices.map(({ operationType }) => operationType)),
];

test.each<[PropertyType, readonly string[]]>([
  ['string', ['STRING', 'MULTISTRING', 'ALL_PROPERTY', 'ROLLING_PROPERTY_UPDATED']],
  ['number', ['NUMBER', 'NUMBER_RANGED', 'ALL_PROPERTY', 'ROLLING_PROPERTY_UPDATED']],
  ['bool', ['BOOL', 'ALL_PROPERTY', 'ROLLING_PROPERTY_UPDATED']],
  ['enumeration', ['ENUMERATION', 'ALL_PROPERTY', 'ROLLING_PROPERTY_UPDATED']],
  [
    'datetime',
    [
      'ROLLING_DATE_RANGE',
      'CALENDAR_DATE',
      'DATE',
      'DATETIME',
      'RANGED_DATE',
      'ALL_PROPERTY',
      'ROLLING_PROPERTY_UPDATED',
    ],
  ],
])('a %s is asked %o', (type, expected) => {
  expect(types(operatorsFor({ name: 'x', type }))).toEqual(expected);
});

test('what nobody has told us the type of is asked anything, each question once', () => {
  const all = Object.values(OPERATORS).flat().length;

  expect(operatorsFor(undefined)).toHaveLength(all);
  expect(operatorsFor({ name: 'x', type: 'string', guessed: true })).toHaveLength(all);
});
