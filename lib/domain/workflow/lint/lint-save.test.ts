import { describe, expect, test } from 'vitest';
import type { Action } from '@/lib/domain/workflow/action';
import { MAX_DEPTH } from '@/lib/domain/workflow/action';
import type { Filter } from '@/lib/domain/workflow/filter';
import type { Operation } from '@/lib/domain/workflow/operation';
import type { Schedule, Trigger } from '@/lib/domain/workflow/trigger';
import { codesOf, lintOf } from '@/test/support/lint-facts';
import {
  aBranch,
  aFilter,
  anEnrollAction,
  anUnenrollAction,
  aSetProperty,
  aTaskAction,
  aWorkflow,
  equals,
  groupsOf,
  isKnown,
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

function ofSchedule(dateProperty: string) {
  const schedule: Schedule = {
    type: 'PROPERTY_BASED',
    dateProperty,
    daysDelta: 0,
    yearly: true,
    minute: 0,
  };
  return lintOf({ trigger: { kind: 'schedule', schedule, groups: [] } });
}

describe('a property that nobody knows', () => {
  test('is found in the trigger, with its place', () => {
    expect(ofFilter(aFilter('stgae', equals('demo')))).toEqual([
      {
        code: 'unknownProperty',
        severity: 'error',
        stops: 'save',
        place: 'trigger.groups.0.filters.1',
        params: { property: 'stgae' },
      },
    ]);
  });

  test('is found wherever a property is named', () => {
    const odd = groupsOf([aFilter('odd', isKnown())]);
    const owner = { type: 'CONTACT_OWNER', contactOwnerProperty: 'odd' };
    const branch: Action = {
      ...aBranch('fork', []),
      kind: 'branch',
      branches: [{ name: 'A', groups: odd, actions: [] }],
      otherwise: [],
    };

    const found = codesOf(
      lintOf({
        trigger: { kind: 'event', event: { type: 'propertyChanged', property: 'odd' }, groups: [] },
        actions: [anEnrollAction({ sender: owner }), branch],
        settings: workflowSettings({ reenroll: { kind: 'on', triggers: odd } }),
      }),
    ).filter((text) => text.startsWith('unknownProperty'));

    expect(found.sort()).toEqual([
      'unknownProperty actions.0.sender',
      'unknownProperty actions.1.branches.0.groups.0.filters.0',
      'unknownProperty settings.reenroll.triggers.0.filters.0',
      'unknownProperty trigger.event',
    ]);
    expect(codesOf(ofSchedule('odd'))).toEqual(['unknownProperty trigger.schedule.dateProperty']);
  });

  test('is known as soon as a workflow sets it, this one or another that is on', () => {
    const odd: Trigger = { kind: 'criteria', groups: groupsOf([aFilter('odd', isKnown())]) };
    const marks = { ...aWorkflow({ actions: [aSetProperty('odd', 'x')] }) };
    const others = [{ id: marks.id, name: marks.name, draft: marks }];

    expect(codesOf(lintOf({ trigger: odd }, { others }))).not.toContain(
      'unknownProperty trigger.groups.0.filters.0',
    );
    expect(codesOf(lintOf({ trigger: odd, actions: marks.actions }))).not.toContain(
      'unknownProperty trigger.groups.0.filters.0',
    );
  });

  test('is named once where a change of it is asked about', () => {
    const event = { type: 'propertyChanged', property: 'odd', operation: equals('x') } as const;

    expect(codesOf(lintOf({ trigger: { kind: 'event', event, groups: [] } }))).toEqual([
      'unknownProperty trigger.event',
    ]);
  });
});

describe('a comparison of another type', () => {
  test('is found, with what does not fit', () => {
    expect(ofFilter(aFilter('size', equals('12')))).toMatchObject([
      {
        code: 'wrongType',
        stops: 'save',
        place: 'trigger.groups.0.filters.1',
        params: { property: 'size', type: 'number', operationType: 'STRING' },
      },
    ]);
  });

  test.each([
    ['size', between(1, 2)],
    ['size', isKnown()],
    ['stage', between(1, 2)],
    ['lifecyclestage', anyOf('lead')],
  ])('is none of %s with %o', (property, operation) => {
    expect(ofFilter(aFilter(property, operation))).toEqual([]);
  });

  test('is asking a text for its day', () => {
    expect(codesOf(ofSchedule('firstname'))).toEqual(['wrongType trigger.schedule.dateProperty']);
    expect(ofSchedule('birthday')).toEqual([]);
    expect(ofSchedule('stage')).toEqual([]);
  });
});

describe('the rest that is not kept', () => {
  test('a property of our own is not set', () => {
    const actions = [aSetProperty('createdate', '2026-02-28T10:00:00Z')];

    expect(lintOf({ actions })).toMatchObject([
      { code: 'readOnlyProperty', stops: 'save', place: 'actions.0.property' },
    ]);
  });

  test('a zone that does not exist has no clock', () => {
    expect(lintOf({}, { knowsZone: () => false })).toMatchObject([
      {
        code: 'unknownZone',
        stops: 'save',
        place: 'settings.zone',
        params: { zone: 'Europe/Warsaw' },
      },
    ]);
  });

  test('more than 250 filters are too many, in a trigger and in a branch', () => {
    const many = groupsOf(
      Array.from({ length: 200 }, () => aFilter('stage', equals('x'))),
      Array.from({ length: 51 }, () => aFilter('stage', equals('x'))),
    );
    const branch: Action = {
      ...aBranch('fork', []),
      kind: 'branch',
      branches: [{ name: 'A', groups: many, actions: [anUnenrollAction()] }],
      otherwise: [],
    };

    expect(
      lintOf({ trigger: { kind: 'criteria', groups: many }, actions: [branch] }),
    ).toMatchObject([
      { code: 'tooManyFilters', place: 'trigger.groups', params: { filters: 251, limit: 250 } },
      { code: 'tooManyFilters', place: 'actions.0.branches.0.groups', stops: 'save' },
    ]);
  });

  test('two actions with one id are one too many, however far apart', () => {
    const actions = [aTaskAction('x'), aBranch('fork', [[]], [aTaskAction('x')]), aTaskAction('y')];

    expect(codesOf(lintOf({ actions }))).toEqual(['duplicateAction actions.1.otherwise.0']);
  });

  test('branches in branches are read up to a depth', () => {
    const nested = (depth: number): readonly Action[] =>
      Array.from({ length: depth }).reduce<readonly Action[]>(
        (inside, _, level) => [aBranch(`fork-${level}`, [inside])],
        [aTaskAction('x')],
      );

    expect(lintOf({ actions: nested(MAX_DEPTH) })).toEqual([]);
    expect(lintOf({ actions: nested(MAX_DEPTH + 1) })).toMatchObject([
      {
        code: 'tooDeep',
        stops: 'save',
        place: `${'actions.0.branches.0.'.repeat(MAX_DEPTH)}actions.0`,
        params: { limit: MAX_DEPTH },
      },
    ]);
  });
});
