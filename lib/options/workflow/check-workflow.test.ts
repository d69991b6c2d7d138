import { describe, expect, test } from 'vitest';
import type { TypedWorkflow } from '@/components/options/workflow/typed-workflow';
import type { Action } from '@/lib/domain/workflow/action';
import type { WorkflowDraft } from '@/lib/domain/workflow/workflow';
import { zone } from '@/test/support/builders';
import {
  actionId,
  aFilter,
  anEnrollAction,
  aWorkflow,
  equals,
  groupsOf,
} from '@/test/support/workflow-builders';
import { checkWorkflow } from './check-workflow';
import { emptyWorkflow } from './empty-workflow';
import { typedWorkflowOf } from './typed-workflow-of';

let keys = 0;
const newKey = () => `key-${++keys}`;

function aDraft(overrides: Partial<WorkflowDraft> = {}): WorkflowDraft {
  const { id: _id, revision: _revision, createdAt: _createdAt, ...draft } = aWorkflow();
  return { ...draft, ...overrides };
}
const typedOf = (overrides: Partial<WorkflowDraft> = {}) =>
  typedWorkflowOf(aDraft(overrides), newKey);
const problems = (typed: TypedWorkflow) => {
  const checked = checkWorkflow(typed);
  return checked.kind === 'ok'
    ? []
    : checked.problems.map(({ code, place }) => `${place}: ${code}`);
};
describe('what is missing is named with its place', () => {
  test('of a new workflow: a name and a property, and nothing that depends on it', () => {
    const typed = emptyWorkflow({ newKey, zone: zone('Europe/Warsaw') });

    expect(problems(typed)).toEqual([
      'name: nameMissing',
      'trigger.groups.0.filters.0.property: propertyMissing',
    ]);
  });

  test('within branches as findings name it', () => {
    const branch: Action = {
      id: actionId('branch'),
      kind: 'branch',
      branches: [{ name: '', groups: groupsOf([aFilter('stage', equals(' '))]), actions: [] }],
      otherwise: [anEnrollAction({ sender: { type: 'SPECIFIC_USER', senderId: '' } })],
    };

    expect(problems(typedOf({ actions: [branch] }))).toEqual([
      'actions.0.branches.0.groups.0.filters.0.operation.value: valueMissing',
      'actions.0.otherwise.0.sender.senderId: senderMissing',
    ]);
  });

  test('of numbers, times and dates that cannot be read', () => {
    const typed = typedOf();
    const { trigger, settings } = typed;
    const schedule = {
      ...trigger.schedule,
      type: 'PROPERTY_BASED' as const,
      days: '1.5',
      time: '',
    };

    expect(
      problems({
        ...typed,
        trigger: { ...trigger, kind: 'schedule', schedule },
        actions: [{ id: 'wait', kind: 'delay', days: '-1', hours: '25', minutes: '0' }],
        settings: {
          ...settings,
          zone: 'Europe/Nowhere',
          pauseDates: [{ key: 'a', from: '2026-12-27', to: '2026-12-24' }],
        },
      }),
    ).toEqual([
      'trigger.schedule.dateProperty: propertyMissing',
      'trigger.schedule.daysDelta: daysWrong',
      'trigger.schedule.minute: timeMissing',
      'actions.0.days: daysWrong',
      'actions.0.minutes: minutesWrong',
      'settings.zone: zoneMissing',
      'settings.pauseDates.0: rangeWrong',
    ]);
  });

  test('a pause of one day needs no last day', () => {
    const typed = typedOf();
    const pauseDates = [{ key: 'a', from: '2026-12-24', to: '' }];

    const checked = checkWorkflow({ ...typed, settings: { ...typed.settings, pauseDates } });

    expect(checked).toMatchObject({
      draft: { settings: { pauseDates: [{ from: '2026-12-24', to: '2026-12-24' }] } },
    });
  });

  test('more filters than a trigger may hold', () => {
    const filters = Array.from({ length: 251 }, () => aFilter('stage', equals('x')));

    const typed = typedOf({ trigger: { kind: 'criteria', groups: groupsOf(filters) } });

    expect(problems(typed)).toEqual(['trigger.groups.0.filters: tooManyFilters']);
  });
});
