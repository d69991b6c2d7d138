import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holds } from '@/lib/domain/workflow/holds';
import { OPERATORS, type Operation } from '@/lib/domain/workflow/operation';
import { DAY, HOUR } from '@/lib/time/instant';
import { aContact, NOW, zone } from '@/test/support/builders';
import { day } from '@/test/support/times';
import { aFilter, groupsOf } from '@/test/support/workflow-builders';
import { contradict } from './contradict';

const includeObjectsWithNoValueSet = fc.boolean();
const value = fc.constantFrom('1', '2', '3');
const values = fc.array(value, { minLength: 1, maxLength: 2 });
const small = fc.integer({ min: 1, max: 3 });
const date = fc.constantFrom('2026-11-23', '2026-11-24', '2026-11-25').map(day);

const known = fc.record({
  operationType: fc.constant('ALL_PROPERTY'),
  operator: fc.constantFrom(...OPERATORS.ALL_PROPERTY),
  includeObjectsWithNoValueSet,
});
const ranged = fc.record({
  operationType: fc.constant('NUMBER_RANGED'),
  operator: fc.constantFrom(...OPERATORS.NUMBER_RANGED),
  lowerBound: small,
  upperBound: small,
  includeObjectsWithNoValueSet,
});

/** Operations on each type with operands that often meet. */
const OPERATIONS = {
  string: fc.oneof(
    known,
    fc.record({
      operationType: fc.constant('STRING'),
      operator: fc.constantFrom(...OPERATORS.STRING),
      value,
      includeObjectsWithNoValueSet,
    }),
    fc.record({
      operationType: fc.constant('MULTISTRING'),
      operator: fc.constantFrom(...OPERATORS.MULTISTRING),
      values,
      includeObjectsWithNoValueSet,
    }),
  ),
  number: fc.oneof(
    known,
    ranged.filter(({ lowerBound, upperBound }) => lowerBound <= upperBound),
    fc.record({
      operationType: fc.constant('NUMBER'),
      operator: fc.constantFrom(...OPERATORS.NUMBER),
      value: small,
      includeObjectsWithNoValueSet,
    }),
  ),
  bool: fc.oneof(
    known,
    fc.record({
      operationType: fc.constant('BOOL'),
      operator: fc.constantFrom(...OPERATORS.BOOL),
      value: fc.boolean(),
      includeObjectsWithNoValueSet,
    }),
  ),
  enumeration: fc.oneof(
    known,
    fc.record({
      operationType: fc.constant('ENUMERATION'),
      operator: fc.constantFrom(...OPERATORS.ENUMERATION),
      values,
      includeObjectsWithNoValueSet,
    }),
  ),
  datetime: fc.oneof(
    known,
    fc.record({
      operationType: fc.constant('DATE'),
      operator: fc.constantFrom(...OPERATORS.DATE),
      date,
      includeObjectsWithNoValueSet,
    }),
    fc.record({
      operationType: fc.constant('DATETIME'),
      operator: fc.constantFrom(...OPERATORS.DATETIME),
      timestamp: date.map(Date.parse),
      includeObjectsWithNoValueSet,
    }),
    fc.record({
      operationType: fc.constant('ROLLING_DATE_RANGE'),
      operator: fc.constantFrom(...OPERATORS.ROLLING_DATE_RANGE),
      numberOfDays: fc.nat({ max: 4 }),
      includeObjectsWithNoValueSet,
    }),
  ),
} as const satisfies Record<string, fc.Arbitrary<Operation>>;

const everySixHours = Array.from({ length: 49 }, (_, index) => NOW + (index - 24) * 6 * HOUR);
const everyDay = Array.from({ length: 13 }, (_, index) => NOW + (index - 6) * DAY);
const midnights = everyDay.map((at) => Math.floor(at / DAY) * DAY);

/** Values to look for a counterexample among; several choices at once the claims leave out. */
const STORED = {
  string: ['1', '2', '3', '4'],
  number: ['0', '1', '1.5', '2', '2.5', '3', '4'],
  bool: ['true', 'false'],
  enumeration: ['1', '2', '3', '4'],
  datetime: [
    ...[...everySixHours, ...midnights, ...midnights.map((at) => at - HOUR)].map(String),
    ...everyDay.map((at) => new Date(at).toISOString().slice(0, 10)),
  ],
} as const;

describe('no contact that passes both filters is ever said not to exist', () => {
  test.each(['string', 'number', 'bool', 'enumeration', 'datetime'] as const)('%s', (type) => {
    const env = {
      definitions: new Map([['p', { name: 'p', type }]]),
      zone: zone('Europe/Warsaw'),
      now: NOW,
    };
    const contacts = [undefined, ...STORED[type]].map((p) =>
      aContact({ properties: p === undefined ? {} : { p } }),
    );
    const arbitrary: fc.Arbitrary<Operation> = OPERATIONS[type];
    let contradictions = 0;

    fc.assert(
      fc.property(arbitrary, arbitrary, (a, b) => {
        const [one, other] = [aFilter('p', a), aFilter('p', b)];
        const never = contradict(one, other);

        expect(contradict(other, one)).toBe(never);
        if (!never) return;
        contradictions += 1;
        const passing = contacts.filter((contact) => holds(groupsOf([one, other]), contact, env));
        expect(passing).toEqual([]);
      }),
      { numRuns: 600 },
    );

    expect(contradictions).toBeGreaterThan(20);
  });
});
