import { describe, expect, test } from 'vitest';
import { aBranch, actionId, aDelay, aTaskAction } from '@/test/support/workflow-builders';
import { actionAfter, actionOf, allActions, firstAction } from './program';

/** 1, fork (A: 2, inner (A: 3; else: nothing), 4; B: nothing; else: 5), 6 */
const program = {
  actions: [
    aTaskAction('1'),
    aBranch(
      'fork',
      [[aDelay('2', 1), aBranch('inner', [[aTaskAction('3')]]), aTaskAction('4')], []],
      [aTaskAction('5')],
    ),
    aTaskAction('6'),
  ],
};

describe('what comes after what', () => {
  test.each([
    ['1', undefined, 'fork'],
    ['fork', 0, '2'],
    ['fork', 1, '6'],
    ['fork', 'otherwise', '5'],
    ['fork', undefined, '6'],
    ['fork', 7, '6'],
    ['2', undefined, 'inner'],
    ['inner', 0, '3'],
    ['inner', 'otherwise', '4'],
    ['3', undefined, '4'],
    ['4', undefined, '6'],
    ['5', undefined, '6'],
    ['6', undefined, undefined],
    ['nobody', undefined, undefined],
  ] as const)('after %s by %s comes %s', (id, branch, next) => {
    expect(actionAfter(program, actionId(id), branch)?.id).toBe(next);
  });

  test('the first action is where a contact begins; without actions there is none', () => {
    expect(firstAction(program)?.id).toBe('1');
    expect(firstAction({ actions: [] })).toBeUndefined();
  });

  test('an action is found however deep it is', () => {
    expect(actionOf(program, actionId('3'))).toMatchObject({ kind: 'createTask' });
    expect(actionOf(program, actionId('nobody'))).toBeUndefined();
  });

  test('all actions are listed as a person reads them', () => {
    expect(allActions(program.actions).map(({ id }) => id)).toEqual([
      '1',
      'fork',
      '2',
      'inner',
      '3',
      '4',
      '5',
      '6',
    ]);
  });
});
