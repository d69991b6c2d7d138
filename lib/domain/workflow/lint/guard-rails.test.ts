import { describe, expect, test } from 'vitest';
import type { FilterGroups } from '@/lib/domain/workflow/filter';
import type { Trigger } from '@/lib/domain/workflow/trigger';
import { lintOf } from '@/test/support/lint-facts';
import {
  aFilter,
  anUnenrollAction,
  aTaskAction,
  equals,
  groupsOf,
  isKnown,
} from '@/test/support/workflow-builders';

const demo = groupsOf([aFilter('stage', equals('demo'))]);
describe('too many at once', () => {
  const schedule: Trigger = {
    kind: 'schedule',
    schedule: { type: 'DAILY', minute: 0 },
    groups: demo,
  };
  const criteria: Trigger = { kind: 'criteria', groups: demo };

  test.each([
    ['101 who match already', criteria, 101, true, true],
    ['100 who match already', criteria, 100, true, false],
    ['those who match later', criteria, 101, false, false],
    ['101 on a schedule', schedule, 101, false, true],
  ])('are %s', (_name, trigger, matched, existing, warned) => {
    const found = lintOf({ trigger }, { estimate: { matched, cold: 0 }, existing });

    expect(found).toEqual(
      warned
        ? [
            {
              code: 'tooMany',
              severity: 'warn',
              stops: 'switchOn',
              place: 'trigger',
              params: { matched: 101, limit: 100 },
            },
          ]
        : [],
    );
  });

  test('are none where nobody is enrolled, or nobody has counted', () => {
    const facts = { estimate: { matched: 5_000, cold: 0 }, existing: true };

    expect(lintOf({ trigger: criteria, actions: [aTaskAction('1')] }, facts)).toEqual([]);
    expect(lintOf({ trigger: schedule }, { existing: true })).toEqual([]);
  });
});

describe('cold leads', () => {
  test('among who matches are warned about, where somebody is enrolled', () => {
    const facts = { estimate: { matched: 12, cold: 3 } };

    expect(lintOf({}, facts)).toMatchObject([
      { code: 'coldLeads', severity: 'warn', place: 'trigger', params: { cold: 3, matched: 12 } },
    ]);
    expect(lintOf({ actions: [anUnenrollAction()] }, facts)).toEqual([]);
    expect(lintOf({}, { estimate: { matched: 12, cold: 0 } })).toEqual([]);
  });
});

describe('impersonal', () => {
  const today = aFilter('createdate', {
    operationType: 'CALENDAR_DATE',
    operator: 'IN_THIS_TIME_UNIT',
    timeUnit: 'DAY',
    timeUnitCount: 1,
    includeObjectsWithNoValueSet: false,
  });
  const email = aFilter('email', isKnown());
  const personal = aFilter('stage', equals('demo'));
  const criteria = (groups: FilterGroups): Trigger => ({ kind: 'criteria', groups });

  test.each<[string, Trigger, string | undefined]>([
    ['no filter at all', criteria([]), ''],
    ['a group without filters', criteria(groupsOf([])), ''],
    ['create date is today', criteria(groupsOf([today])), 'createdate'],
    ['the email is known', criteria(groupsOf([email])), 'email'],
    ['both', criteria(groupsOf([today, email])), 'createdate, email'],
    ['both, each in its group', criteria(groupsOf([today], [email])), 'createdate, email'],
    ['a stage', criteria(groupsOf([personal])), undefined],
    ['a stage beside the date', criteria(groupsOf([today, personal])), undefined],
    ['a stage in another group', criteria(groupsOf([today], [personal])), undefined],
    [
      'the email is unknown',
      criteria(groupsOf([aFilter('email', isKnown('IS_UNKNOWN'))])),
      undefined,
    ],
    [
      'every day for everybody',
      { kind: 'schedule', schedule: { type: 'DAILY', minute: 0 }, groups: [] },
      '',
    ],
    [
      'every day for some',
      { kind: 'schedule', schedule: { type: 'DAILY', minute: 0 }, groups: demo },
      undefined,
    ],
    [
      'a birthday',
      {
        kind: 'schedule',
        schedule: {
          type: 'PROPERTY_BASED',
          dateProperty: 'birthday',
          daysDelta: 0,
          yearly: true,
          minute: 0,
        },
        groups: [],
      },
      undefined,
    ],
    [
      'days after the create date',
      {
        kind: 'schedule',
        schedule: {
          type: 'PROPERTY_BASED',
          dateProperty: 'createdate',
          daysDelta: 3,
          yearly: false,
          minute: 0,
        },
        groups: [],
      },
      'createdate',
    ],
    ['a new contact', { kind: 'event', event: { type: 'contactCreated' }, groups: [] }, ''],
    [
      'a new contact at a stage',
      { kind: 'event', event: { type: 'contactCreated' }, groups: demo },
      undefined,
    ],
    ['an answer', { kind: 'event', event: { type: 'emailReplied' }, groups: [] }, undefined],
    [
      'any change of the record',
      {
        kind: 'event',
        event: { type: 'propertyChanged', property: 'lastmodifieddate' },
        groups: [],
      },
      'lastmodifieddate',
    ],
  ])('is %s', (_name, trigger, properties) => {
    const found = lintOf({ trigger });

    expect(found).toEqual(
      properties === undefined
        ? []
        : [
            {
              code: 'impersonal',
              severity: 'warn',
              stops: 'switchOn',
              place: 'trigger',
              params: { properties },
            },
          ],
    );
    expect(lintOf({ trigger, actions: [aTaskAction('1')] })).toEqual([]);
  });
});
