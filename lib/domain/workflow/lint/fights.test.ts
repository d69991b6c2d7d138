import { describe, expect, test } from 'vitest';
import type { Action } from '@/lib/domain/workflow/action';
import type { EventTrigger, Trigger } from '@/lib/domain/workflow/trigger';
import { sequenceId } from '@/test/support/builders';
import { lintOf } from '@/test/support/lint-facts';
import {
  aBranch,
  aFilter,
  anEnrollAction,
  anUnenrollAction,
  aTaskAction,
  equals,
  groupsOf,
  isKnown,
  workflowId,
} from '@/test/support/workflow-builders';

const at = (stage: string): Trigger => ({
  kind: 'criteria',
  groups: groupsOf([aFilter('stage', equals(stage))]),
});
const everybody: Trigger = { kind: 'criteria', groups: [] };
const on = (event: EventTrigger): Trigger => ({ kind: 'event', event, groups: [] });
const daily: Trigger = {
  kind: 'schedule',
  schedule: { type: 'DAILY', minute: 0 },
  groups: groupsOf([aFilter('stage', equals('demo'))]),
};

/** Who enrolls, against who unenrolls; both ways round, because lint may read either. */
function fight(
  trigger: Trigger,
  other: Trigger,
  enrolls: readonly Action[] = [anEnrollAction()],
  unenrolls: readonly Action[] = [anUnenrollAction()],
): boolean {
  const found = (mine: readonly Action[], theirs: readonly Action[], swap: boolean) =>
    lintOf(
      { trigger: swap ? other : trigger, actions: mine },
      {
        others: [
          {
            id: workflowId('w2'),
            name: 'The other',
            draft: { trigger: swap ? trigger : other, actions: theirs },
          },
        ],
      },
    ).some(({ code }) => code === 'fights');
  const one = found(enrolls, unenrolls, false);
  expect(found(unenrolls, enrolls, true)).toBe(one);
  return one;
}

describe('two workflows fight', () => {
  test('when one unenrolls whom the other enrolls, and it is named', () => {
    const other = { trigger: at('demo'), actions: [anUnenrollAction()] };
    const others = [{ id: workflowId('w2'), name: 'Clean up', draft: other }];

    expect(lintOf({ trigger: at('demo') }, { others })).toEqual([
      {
        code: 'fights',
        severity: 'warn',
        stops: 'switchOn',
        place: '',
        params: { workflow: 'Clean up' },
      },
    ]);
  });

  test.each<[string, Trigger, Trigger, boolean]>([
    ['the same stage', at('demo'), at('DEMO'), true],
    ['two stages', at('demo'), at('lost'), false],
    ['everybody', at('demo'), everybody, true],
    [
      'different properties',
      at('demo'),
      { kind: 'criteria', groups: groupsOf([aFilter('city', isKnown())]) },
      true,
    ],
    [
      'one of the groups',
      {
        kind: 'criteria',
        groups: groupsOf([aFilter('stage', equals('a'))], [aFilter('stage', equals('b'))]),
      },
      at('b'),
      true,
    ],
    ['the same event', on({ type: 'emailReplied' }), on({ type: 'emailReplied' }), true],
    ['two events', on({ type: 'emailReplied' }), on({ type: 'meetingBooked' }), false],
    [
      'one event of two sequences',
      on({ type: 'emailReplied', sequenceId: sequenceId('a') }),
      on({ type: 'emailReplied', sequenceId: sequenceId('b') }),
      false,
    ],
    [
      'one event of one and of any',
      on({ type: 'emailReplied', sequenceId: sequenceId('a') }),
      on({ type: 'emailReplied' }),
      true,
    ],
    [
      'two forms',
      on({ type: 'formSubmitted', form: 'Demo' }),
      on({ type: 'formSubmitted', form: 'Contact' }),
      false,
    ],
    [
      'one form',
      on({ type: 'formSubmitted', form: 'Demo' }),
      on({ type: 'formSubmitted', form: 'demo ' }),
      true,
    ],
    [
      'changes of two properties',
      on({ type: 'propertyChanged', property: 'a' }),
      on({ type: 'propertyChanged', property: 'b' }),
      false,
    ],
    [
      'changes to two values',
      on({ type: 'propertyChanged', property: 'a', operation: equals('1') }),
      on({ type: 'propertyChanged', property: 'a', operation: equals('2') }),
      false,
    ],
    [
      'changes to one value and any',
      on({ type: 'propertyChanged', property: 'a', operation: equals('1') }),
      on({ type: 'propertyChanged', property: 'a' }),
      true,
    ],
    ['criteria and an answer', at('demo'), on({ type: 'emailReplied' }), false],
    [
      'criteria and a change that they read',
      at('demo'),
      on({ type: 'propertyChanged', property: 'stage' }),
      true,
    ],
    [
      'criteria and a change away from them',
      at('demo'),
      on({ type: 'propertyChanged', property: 'stage', operation: equals('lost') }),
      false,
    ],
    [
      'criteria and a change that they do not read',
      at('demo'),
      on({ type: 'propertyChanged', property: 'city' }),
      false,
    ],
    ['criteria and a schedule', at('demo'), daily, true],
    ['other criteria and a schedule', at('lost'), daily, false],
    [
      'the unenrolling one waits for enrollments',
      at('demo'),
      on({ type: 'sequenceEnrolled' }),
      true,
    ],
    [
      'it waits for enrollments in that sequence',
      at('demo'),
      on({ type: 'sequenceEnrolled', sequenceId: sequenceId('sequence-1') }),
      true,
    ],
    [
      'it waits for enrollments in another one',
      at('demo'),
      on({ type: 'sequenceEnrolled', sequenceId: sequenceId('other') }),
      false,
    ],
    [
      'the enrolling one waits for unenrollments',
      on({ type: 'sequenceUnenrolled' }),
      at('demo'),
      true,
    ],
  ])('about %s', (_name, enrolling, unenrolling, expected) => {
    expect(fight(enrolling, unenrolling)).toBe(expected);
  });

  test('also from inside a branch', () => {
    const hidden = [aBranch('fork', [[]], [anUnenrollAction()])];

    expect(fight(at('demo'), at('demo'), [anEnrollAction()], hidden)).toBe(true);
  });

  test('not when both enroll, or none does either', () => {
    expect(fight(at('demo'), at('demo'), [anEnrollAction()], [anEnrollAction()])).toBe(false);
    expect(fight(at('demo'), at('demo'), [aTaskAction('1')], [anUnenrollAction()])).toBe(false);
  });
});
