import { describe, expect, test } from 'vitest';
import type { Filter } from '@/lib/domain/workflow/filter';
import type { Operation } from '@/lib/domain/workflow/operation';
import { codesOf, lintOf } from '@/test/support/lint-facts';
import { day } from '@/test/support/times';
import {
  aFilter,
  aSetProperty,
  equals,
  groupsOf,
  workflowSettings,
} from '@/test/support/workflow-builders';

const includeObjectsWithNoValueSet = false;
const between = (lowerBound: number, upperBound: number): Operation => ({
  operationType: 'NUMBER_RANGED',
  operator: 'IS_BETWEEN',
  lowerBound,
  upperBound,
  includeObjectsWithNoValueSet,
});
const anyOf = (...values: string[]): Operation => ({
  operationType: 'ENUMERATION',
  operator: 'IS_ANY_OF',
  values,
  includeObjectsWithNoValueSet,
});

/** What lint says of one filter of the trigger, beside one that is fine. */
function ofFilter(filter: Filter) {
  const groups = groupsOf([aFilter('stage', equals('demo')), filter]);
  return lintOf({ trigger: { kind: 'criteria', groups } });
}

describe('a value that can never be meant', () => {
  test.each([
    ['size', between(5, 4), '5 > 4'],
    ['lifecyclestage', anyOf('lead', 'friend'), 'friend'],
    [
      'birthday',
      JSON.parse(
        '{"operationType":"DATE","operator":"IS_AFTER","date":"2026-02-30","includeObjectsWithNoValueSet":false}',
      ),
      '2026-02-30',
    ],
    [
      'createdate',
      {
        operationType: 'RANGED_DATE',
        operator: 'IS_NOT_BETWEEN',
        lowerBound: 2,
        upperBound: 1,
        includeObjectsWithNoValueSet,
      } as const,
      '2 > 1',
    ],
  ])('of %s is found in %o', (property, operation, value) => {
    expect(ofFilter(aFilter(property, operation))).toMatchObject([
      {
        code: 'badValue',
        stops: 'save',
        place: 'trigger.groups.0.filters.1',
        params: { property, value },
      },
    ]);
  });

  test.each([
    ['size', '12.5', true],
    ['size', 'a dozen', false],
    ['vip', 'TRUE', true],
    ['vip', 'yes', false],
    ['birthday', '2026-02-28', true],
    ['birthday', '2026-02-30', false],
    ['recent_conversion_date', '2026-02-28T10:00:00Z', true],
    ['recent_conversion_date', 'yesterday', false],
    ['lifecyclestage', 'lead;customer', true],
    ['lifecyclestage', 'friend', false],
    ['firstname', 'anything', true],
    ['size', '', true],
  ])('%s may be set to %j: %s', (property, value, may) => {
    const found = lintOf({ actions: [aSetProperty(property, value)] });

    expect(codesOf(found)).toEqual(may ? [] : ['badValue actions.0.value']);
  });

  test('is an entry of the suppression list that is neither an address nor a domain', () => {
    const suppressed = ['ada@example.com', '@example.com', 'example.com', '@', ''];

    expect(codesOf(lintOf({ settings: workflowSettings({ suppressed }) }))).toEqual([
      'badValue settings.suppressed.2',
      'badValue settings.suppressed.3',
      'badValue settings.suppressed.4',
    ]);
  });

  test('is a pause that ends before it begins', () => {
    const pauseDates = [
      { from: day('2026-12-24'), to: day('2026-12-24') },
      { from: day('2026-12-24'), to: day('2026-12-23') },
    ];

    expect(lintOf({ settings: workflowSettings({ pauseDates }) })).toMatchObject([
      { place: 'settings.pauseDates.1', params: { value: '2026-12-24 > 2026-12-23' } },
    ]);
  });
});
