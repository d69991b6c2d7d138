import type { LintRule } from './lint-rule';

/** What we keep ourselves no workflow sets. */
export const readOnlyProperty: LintRule<'readOnlyProperty'> = {
  code: 'readOnlyProperty',
  severity: 'error',
  stops: 'save',
  find: ({ actions, facts: { definitions } }) =>
    actions.flatMap(({ action, place }) => {
      if (action.kind !== 'setProperty') return [];
      const { property } = action;
      if (definitions.get(property)?.readOnly !== true) return [];
      return [{ place: `${place}.property`, params: { property } }];
    }),
};
