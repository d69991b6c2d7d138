import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { Action } from '@/lib/domain/workflow/action';
import type { Operation } from '@/lib/domain/workflow/operation';
import type { EventTrigger, Schedule, Trigger } from '@/lib/domain/workflow/trigger';
import type { WorkflowDraft } from '@/lib/domain/workflow/workflow';
import { localDateSchema } from '@/lib/time/local-date';
import { sequenceId, zone } from '@/test/support/builders';
import {
  actionId,
  aFilter,
  anEnrollAction,
  aWorkflow,
  equals,
  groupsOf,
  workflowSettings,
} from '@/test/support/workflow-builders';
import { checkWorkflow } from './check-workflow';
import { typedWorkflowOf } from './typed-workflow-of';

let keys = 0;
const newKey = () => `key-${++keys}`;

function aDraft(overrides: Partial<WorkflowDraft> = {}): WorkflowDraft {
  const { id: _id, revision: _revision, createdAt: _createdAt, ...draft } = aWorkflow();
  return { ...draft, ...overrides };
}
/** Stored, shown and read again. */
const again = (draft: WorkflowDraft) => checkWorkflow(typedWorkflowOf(draft, newKey));

const known = { includeObjectsWithNoValueSet: true };
const OPERATIONS: readonly Operation[] = [
  { ...known, operationType: 'ALL_PROPERTY', operator: 'IS_UNKNOWN' },
  { ...known, operationType: 'STRING', operator: 'HAS_EVER_CONTAINED', value: ' a, b ' },
  { ...known, operationType: 'MULTISTRING', operator: 'ENDS_WITH', values: ['Acme, Inc.', 'b'] },
  { ...known, operationType: 'NUMBER', operator: 'IS_LESS_THAN', value: -1.5 },
  {
    ...known,
    operationType: 'NUMBER_RANGED',
    operator: 'IS_NOT_BETWEEN',
    lowerBound: 0,
    upperBound: 1e21,
  },
  { ...known, operationType: 'BOOL', operator: 'IS_EQUAL_TO', value: false },
  { ...known, operationType: 'ENUMERATION', operator: 'IS_NOT_EXACTLY', values: ['x'] },
  {
    ...known,
    operationType: 'ROLLING_DATE_RANGE',
    operator: 'IS_MORE_THAN_X_DAYS_FROM_NOW',
    numberOfDays: 0,
  },
  {
    ...known,
    operationType: 'ROLLING_PROPERTY_UPDATED',
    operator: 'UPDATED_IN_LAST_X_DAYS',
    numberOfDays: 14,
  },
  {
    ...known,
    operationType: 'CALENDAR_DATE',
    operator: 'IN_LAST_TIME_UNIT',
    timeUnit: 'QUARTER',
    timeUnitCount: 3,
  },
  {
    ...known,
    operationType: 'DATE',
    operator: 'IS_EQUAL_TO',
    date: v.parse(localDateSchema, '2026-02-28'),
  },
  // 02:30 that night is there twice in Warsaw; the first one is meant.
  {
    ...known,
    operationType: 'DATETIME',
    operator: 'IS_AFTER',
    timestamp: Date.parse('2026-10-25T00:30Z'),
  },
  {
    ...known,
    operationType: 'RANGED_DATE',
    operator: 'IS_BETWEEN',
    lowerBound: Date.parse('2026-11-01T08:00Z'),
    upperBound: Date.parse('2026-11-02T08:01Z') - 1,
  },
];

const EVENTS: readonly EventTrigger[] = [
  { type: 'contactCreated' },
  { type: 'propertyChanged', property: 'stage', operation: equals('demo') },
  { type: 'propertyChanged', property: 'stage' },
  { type: 'formSubmitted', form: 'Demo' },
  { type: 'pageVisited', urlContains: 'example.com' },
  { type: 'emailReplied' },
  { type: 'sequenceFinished', sequenceId: sequenceId('sequence-1') },
  { type: 'taskCompleted', titleContains: 'Call' },
];

const at = { minute: 9 * 60 };
const SCHEDULES: readonly Schedule[] = [
  { type: 'DAILY', ...at },
  { type: 'WEEKLY', daysOfWeek: [1, 5], ...at },
  { type: 'MONTHLY_SPECIFIC_DAYS', daysOfMonth: [31], ...at },
  { type: 'MONTHLY_RELATIVE_DAYS', day: 'LAST_DAY_OF_MONTH', minute: 0 },
  { type: 'PROPERTY_BASED', dateProperty: 'birthday', daysDelta: -7, yearly: true, ...at },
  { type: 'PROPERTY_BASED', dateProperty: 'birthday', daysDelta: 0, yearly: false, ...at },
];

const TRIGGERS: readonly Trigger[] = [
  { kind: 'criteria', groups: groupsOf([]) },
  ...EVENTS.map((event) => ({ kind: 'event' as const, event, groups: [] })),
  ...SCHEDULES.map((schedule) => ({ kind: 'schedule' as const, schedule, groups: [] })),
];

describe('what is stored, shown and saved again stays what it was', () => {
  test.each(OPERATIONS)('$operationType $operator', (operation) => {
    const draft = aDraft({
      trigger: { kind: 'criteria', groups: groupsOf([aFilter('stage', operation)]) },
    });

    expect(again(draft)).toEqual({ kind: 'ok', draft });
  });

  test.each(TRIGGERS)('a trigger of kind $kind: %o', (trigger) => {
    const draft = aDraft({ trigger });

    expect(again(draft)).toEqual({ kind: 'ok', draft });
  });

  test('actions of every kind, in branches too', () => {
    const inner: readonly Action[] = [
      { id: actionId('out'), kind: 'unenroll' },
      { id: actionId('task'), kind: 'createTask', taskKind: 'call', title: 'Call', dueInDays: 2 },
      { id: actionId('set'), kind: 'setProperty', property: 'stage', value: '' },
    ];
    const owner = { type: 'CONTACT_OWNER', contactOwnerProperty: 'account_owner' };
    const draft = aDraft({
      actions: [
        { id: actionId('wait'), kind: 'delay', days: 1, minutes: 24 * 60 },
        {
          id: actionId('branch'),
          kind: 'branch',
          branches: [
            { name: 'Warm', groups: groupsOf([aFilter('stage', equals('x'))]), actions: inner },
          ],
          otherwise: [
            anEnrollAction({ id: actionId('other'), sender: owner, allowColdLeads: true }),
          ],
        },
      ],
      boundTo: sequenceId('sequence-1'),
    });

    expect(again(draft)).toEqual({ kind: 'ok', draft });
  });

  test('settings', () => {
    const draft = aDraft({
      settings: workflowSettings({
        zone: zone('America/New_York'),
        reenroll: { kind: 'on', triggers: groupsOf([aFilter('stage', equals('demo'))]) },
        unenrollWhenNotMatching: true,
        suppressed: ['ada@example.com', '@example.org'],
      }),
    });

    expect(again(draft)).toEqual({ kind: 'ok', draft });
  });
});
