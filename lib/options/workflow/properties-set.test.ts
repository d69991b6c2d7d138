import { expect, test } from 'vitest';
import { actionId, aWorkflow, workflowId } from '@/test/support/workflow-builders';
import { propertiesSet } from './properties-set';

test('what this workflow sets, in branches too, and what others set', () => {
  const set = (property: string) =>
    ({ id: actionId('set'), kind: 'setProperty', property, value: 'x' }) as const;
  const draft = aWorkflow({ actions: [set('theirs'), set('both')] });

  const names = propertiesSet(
    [
      set('both'),
      set(''),
      {
        id: 'branch',
        kind: 'branch',
        branches: [{ key: 'a', name: '', groups: [], actions: [set('inner')] }],
        otherwise: [set('other')],
      },
    ],
    [{ id: workflowId('workflow-2'), name: 'Rival', draft }],
  );

  expect(names).toEqual(['both', 'inner', 'other', 'theirs']);
});
