import { MAX_DEPTH } from '@/lib/domain/workflow/action';
import type { LintRule } from './lint-rule';

/** Nobody reads branches in branches in branches without end. */
export const tooDeep: LintRule<'tooDeep'> = {
  code: 'tooDeep',
  severity: 'error',
  stops: 'save',
  find: ({ actions }) =>
    actions
      .filter(({ action, depth }) => action.kind === 'branch' && depth === MAX_DEPTH)
      .map(({ place }) => ({ place, params: { limit: MAX_DEPTH } })),
};
