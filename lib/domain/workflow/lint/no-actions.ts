import type { LintRule } from './lint-rule';

/** A trigger that nothing follows. */
export const noActions: LintRule<'noActions'> = {
  code: 'noActions',
  severity: 'error',
  stops: 'switchOn',
  find: ({ draft }) => (draft.actions.length === 0 ? [{ place: 'actions' }] : []),
};
