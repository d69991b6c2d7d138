import fc from 'fast-check';
import * as v from 'valibot';
import type { Contact } from '@/lib/domain/contact/contact';
import type { Rule } from '@/lib/domain/workflow/compile-rules';
import type { Filter } from '@/lib/domain/workflow/filter';
import { OPERATORS, type OperationType, operationSchema } from '@/lib/domain/workflow/operation';
import type { PropertyDefinition, PropertyType } from '@/lib/domain/workflow/property-definition';
import { DAY, HOUR } from '@/lib/time/instant';
import { aContact, NOW, zone } from './builders';

/** Half-hour and two-hour changes, both hemispheres, changes at midnight, backwards, and none. */
const ZONES = [
  'Europe/Warsaw',
  'America/New_York',
  'America/Santiago',
  'America/Havana',
  'America/Nuuk',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Beirut',
  'Asia/Kathmandu',
].map(zone);

const TYPES: readonly PropertyType[] = [
  'string',
  'number',
  'bool',
  'enumeration',
  'date',
  'datetime',
];

/** One property of each type, called after it, one of a company’s own, and one that is unheard of. */
export const anyDefinitions = new Map([
  ...TYPES.map((type): [string, PropertyDefinition] => [type, { name: type, type }]),
  ['own', { name: 'own', type: 'string', guessed: true }],
]);
const PROPERTIES = [...anyDefinitions.keys(), 'unheard'];

/** Around this instant, and around changes of the clock, everything is dense. */
const CHANGES = [
  '2026-10-25T01:00Z',
  '2027-03-28T01:00Z',
  '2026-11-01T06:00Z',
  '2027-04-04T03:00Z',
];
export const anyNow = fc
  .tuple(
    fc.constantFrom(NOW, ...CHANGES.map((text) => Date.parse(text))),
    fc.integer({ min: -40 * HOUR, max: 40 * HOUR }),
  )
  .map(([at, shift]) => at + shift);

const anyText = fc
  .array(fc.constantFrom('a', 'A', 'b', 'Ł', 'ł', 'o\u0301', 'ó', 'Ó', ' ', '-', '.', '7'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((letters) => letters.join(''));
const anyNumber = fc.constantFrom(-1, 0, 1, 1.5, 2, 10);
const anyChoice = fc.constantFrom('red', 'blue', 'green', 'Red');
const anyInstant = fc.oneof(
  anyNow,
  fc.integer({ min: NOW - 800 * DAY, max: NOW + 800 * DAY }),
  fc.constantFrom(0, -1, 8e15, -8e15),
);
const anyDay = fc.oneof(
  anyInstant
    .filter((at) => Math.abs(at) < 4e12)
    .map((at) => new Date(at).toISOString().slice(0, 10)),
  fc.constantFrom('0000-01-01', '9999-12-31', '2028-02-29'),
);

/** As CRMs, files and pages have them: of its type, of another, or nonsense. */
const anyStored: Readonly<Record<PropertyType, fc.Arbitrary<string>>> = {
  string: anyText,
  number: fc.oneof(
    anyNumber.map(String),
    fc.constantFrom('1.0', '+2', '1e1', ' 10 ', '.5', '0x10', '1,000', 'Infinity', '--1', '-0'),
  ),
  bool: fc.constantFrom('true', 'false', 'TRUE', ' false ', 'yes', '1'),
  enumeration: fc
    .array(fc.oneof(anyChoice, fc.constantFrom('', ' blue ')), { minLength: 1, maxLength: 4 })
    .map((choices) => choices.join(';')),
  date: fc.oneof(anyDay, fc.constantFrom('2026-02-30', '2027-02-29', '26-1-1', 'today')),
  datetime: fc.oneof(
    anyInstant.map(String),
    anyInstant.filter((at) => Math.abs(at) < 4e12).map((at) => new Date(at).toISOString()),
    anyInstant
      .filter((at) => Math.abs(at) < 4e12)
      .map((at) => `${new Date(at).toISOString().slice(0, 19)}+05:30`),
    fc.constantFrom('2026-11-24T09:00:00', '2026-02-30T09:00:00.000Z', '2026-11-24T25:00:00Z'),
  ),
};
const anyValue = fc.oneof(...TYPES.map((type) => anyStored[type]), fc.constantFrom('', ' ', '0'));

function storedAs(property: string): fc.Arbitrary<string> {
  const own = TYPES.find((type) => type === property);
  return own === undefined
    ? anyValue
    : fc.oneof({ weight: 5, arbitrary: anyStored[own] }, { weight: 1, arbitrary: anyValue });
}

const perProperty = <Value>(of: (property: string) => fc.Arbitrary<Value>) =>
  fc.record(Object.fromEntries(PROPERTIES.map((property) => [property, of(property)])), {
    requiredKeys: [],
  });

export const anyContact: fc.Arbitrary<Contact> = fc
  .record({
    properties: perProperty(storedAs),
    past: fc.option(
      perProperty((property) =>
        fc.record({ at: anyNow, values: fc.array(storedAs(property), { maxLength: 3 }) }),
      ),
      { nil: undefined },
    ),
    createdAt: anyNow,
  })
  .map(({ properties, past, createdAt }) =>
    aContact({ properties: given(properties), createdAt, ...(past && { past: given(past) }) }),
  );

/** Without the keys that are there and say nothing. */
function given<Value>(record: Readonly<Record<string, Value | undefined>>): Record<string, Value> {
  const entries = Object.entries(record);
  return Object.fromEntries(
    entries.filter((entry): entry is [string, Value] => entry[1] !== undefined),
  );
}

const values = (of: fc.Arbitrary<string>) => fc.array(of, { minLength: 1, maxLength: 3 });
const anyDays = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constantFrom(30, 365, 36_500));

const anyOperands: Readonly<Record<OperationType, fc.Arbitrary<object>>> = {
  ALL_PROPERTY: fc.constant({}),
  STRING: fc.record({ value: anyText }),
  MULTISTRING: fc.record({ values: values(anyText) }),
  NUMBER: fc.record({ value: anyNumber }),
  NUMBER_RANGED: fc.record({ lowerBound: anyNumber, upperBound: anyNumber }),
  BOOL: fc.record({ value: fc.boolean() }),
  ENUMERATION: fc.record({ values: values(anyChoice) }),
  DATE: fc.record({ date: anyDay }),
  DATETIME: fc.record({ timestamp: anyInstant }),
  RANGED_DATE: fc.record({ lowerBound: anyInstant, upperBound: anyInstant }),
  ROLLING_DATE_RANGE: fc.record({ numberOfDays: anyDays }),
  ROLLING_PROPERTY_UPDATED: fc.record({ numberOfDays: anyDays }),
  CALENDAR_DATE: fc.record({
    timeUnit: fc.constantFrom('DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'),
    timeUnitCount: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.constant(1_000)),
  }),
};

const anyOperation = fc.constantFrom(...operationTypes()).chain((operationType) =>
  fc
    .tuple(fc.constantFrom(...OPERATORS[operationType]), anyOperands[operationType], fc.boolean())
    .map(([operator, operands, includeObjectsWithNoValueSet]) =>
      v.parse(operationSchema, {
        operationType,
        operator,
        includeObjectsWithNoValueSet,
        ...operands,
      }),
    ),
);

function operationTypes(): OperationType[] {
  return Object.keys(OPERATORS).filter(isOperationType);
}

function isOperationType(name: string): name is OperationType {
  return Object.hasOwn(OPERATORS, name);
}

/** Mostly on a property of a type that it fits. */
const anyFilter: fc.Arbitrary<Filter> = anyOperation.chain((operation) =>
  fc
    .oneof(
      { weight: 6, arbitrary: fc.constantFrom(...likelyFor(operation.operationType)) },
      { weight: 1, arbitrary: fc.constantFrom(...PROPERTIES) },
    )
    .map((property) => ({ filterType: 'PROPERTY', property, operation })),
);

function likelyFor(type: OperationType): readonly string[] {
  if (type.endsWith('STRING')) return ['string'];
  if (type.startsWith('NUMBER')) return ['number'];
  if (type === 'BOOL' || type === 'ENUMERATION') return [type.toLowerCase()];
  return type.endsWith('PROPERTY') || type.endsWith('UPDATED') ? PROPERTIES : ['date', 'datetime'];
}

/** Any of no to three groups of no to four filters. */
export const anyRule: fc.Arbitrary<Rule> = fc.record({
  zone: fc.constantFrom(...ZONES),
  groups: fc.array(fc.record({ filters: fc.array(anyFilter, { maxLength: 4 }) }), { maxLength: 3 }),
});
