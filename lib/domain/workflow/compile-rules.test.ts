import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { DAY } from '@/lib/time/instant';
import { aContact, NOW, zone } from '@/test/support/builders';
import { aFilter, equals, groupsOf } from '@/test/support/workflow-builders';
import { compileRules } from './compile-rules';
import { dependsOnTime } from './depends-on-time';
import { explainFilters } from './explain-filters';
import { filterKey } from './filter-key';
import { definitionsFor } from './known-properties';
import { operationSchema } from './operation';
import { propertiesOf } from './properties-of';

const WARSAW = zone('Europe/Warsaw');
const definitions = definitionsFor(['industry', 'seats']);
const saas = aFilter('industry', equals('SaaS'));
const retail = aFilter('industry', equals('Retail'));
const paris = aFilter('city', equals('Paris'));
const today = aFilter(
  'createdate',
  v.parse(operationSchema, {
    operationType: 'CALENDAR_DATE',
    operator: 'IN_THIS_TIME_UNIT',
    timeUnit: 'DAY',
  }),
);
const someone = (properties: Record<string, string>) => aContact({ properties });

describe('rules', () => {
  const rules = compileRules(
    [
      { groups: groupsOf([saas, paris]), zone: WARSAW },
      { groups: groupsOf([saas, paris], [retail]), zone: WARSAW },
      { groups: [], zone: WARSAW },
      { groups: groupsOf([]), zone: WARSAW },
      { groups: groupsOf([saas, retail]), zone: WARSAW },
    ],
    definitions,
  );
  const matching = (properties: Record<string, string>) =>
    rules.matching(rules.slotsOf(someone(properties)), NOW);

  test('hold when all filters of any group do', () => {
    expect(matching({ industry: 'SaaS', city: 'Paris' })).toEqual([0, 1, 2, 3]);
    expect(matching({ industry: 'Retail' })).toEqual([1, 2, 3]);
  });

  test('without groups, or with an empty one, hold for everybody', () => {
    expect(matching({})).toEqual([2, 3]);
  });

  test('can be asked one by one, of contacts in any order', () => {
    const one = rules.slotsOf(someone({ industry: 'SaaS', city: 'Paris' }));
    const other = rules.slotsOf(someone({ industry: 'Retail' }));

    expect([one, other, one].map((slots) => rules.holds(0, slots, NOW))).toEqual([
      true,
      false,
      true,
    ]);
    expect(rules.holds(99, one, NOW)).toBe(false);
  });

  test('forget what they said as time goes on', () => {
    const aged = compileRules([{ groups: groupsOf([today]), zone: WARSAW }], definitions);
    const slots = aged.slotsOf(aContact({ createdAt: NOW }));

    expect(aged.holds(0, slots, NOW)).toBe(true);
    expect(aged.holds(0, slots, NOW + DAY)).toBe(false);
    expect(aged.holds(0, slots, NOW)).toBe(true);
  });

  test('read one date by their own calendars', () => {
    const lateInNewYork = Date.parse('2026-11-24T04:30Z');
    const zones = ['Europe/Warsaw', 'America/New_York'].map(zone);
    const both = compileRules(
      zones.map((name) => ({ groups: groupsOf([today]), zone: name })),
      definitions,
    );

    expect(both.matching(both.slotsOf(aContact({ createdAt: lateInNewYork })), NOW)).toEqual([0]);
  });

  test('of 250 filters in 20 groups are compiled and right', () => {
    const groups = Array.from({ length: 20 }, (_, group) => ({
      filters: Array.from({ length: group < 10 ? 13 : 12 }, (_, index) =>
        aFilter('seats', equals(group === 19 ? '7' : `${group}-${index}`)),
      ),
    }));
    const many = compileRules([{ groups, zone: WARSAW }], definitions);

    expect(groups.flatMap(({ filters }) => filters)).toHaveLength(250);
    expect(many.matching(many.slotsOf(someone({ seats: '7' })), NOW)).toEqual([0]);
    expect(many.matching(many.slotsOf(someone({ seats: '8' })), NOW)).toEqual([]);
  });
});

test('a filter is the same one whatever the order of its parts, and a date per zone', () => {
  const { operation } = saas;
  const turned = Object.fromEntries(Object.entries(operation).reverse());
  const again = aFilter('industry', v.parse(operationSchema, turned));

  expect(filterKey(again, zone('Asia/Kathmandu'))).toBe(filterKey(saas, WARSAW));
  expect(filterKey(today, zone('Asia/Kathmandu'))).not.toBe(filterKey(today, WARSAW));
  expect(filterKey(saas, WARSAW)).not.toBe(filterKey(retail, WARSAW));
});

test('an explanation has every filter with its value, also behind one that failed', () => {
  const contact = someone({ industry: 'Retail', city: 'Paris' });

  const explained = explainFilters(groupsOf([saas, paris], [retail]), contact, {
    definitions,
    zone: WARSAW,
    now: NOW,
  });

  expect(explained).toEqual([
    {
      passed: false,
      filters: [
        { property: 'industry', operation: saas.operation, value: 'Retail', passed: false },
        { property: 'city', operation: paris.operation, value: 'Paris', passed: true },
      ],
    },
    {
      passed: true,
      filters: [
        { property: 'industry', operation: retail.operation, value: 'Retail', passed: true },
      ],
    },
  ]);
});

test('groups know what they read, and whether time alone can change them', () => {
  const fixed = aFilter(
    'createdate',
    v.parse(operationSchema, {
      operationType: 'DATE',
      operator: 'IS_AFTER',
      date: '2026-11-24',
    }),
  );

  expect(propertiesOf(groupsOf([saas, paris], [retail]))).toEqual(new Set(['industry', 'city']));
  expect(dependsOnTime(groupsOf([saas], [today]))).toBe(true);
  expect(dependsOnTime(groupsOf([saas], [fixed]))).toBe(false);
  expect(dependsOnTime([])).toBe(false);
});

test('a fiscal year is refused, because ours begin in January', () => {
  const operation = { ...today.operation, useFiscalYear: true };

  expect(v.safeParse(operationSchema, operation).success).toBe(false);
});
