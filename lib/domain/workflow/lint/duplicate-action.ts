import type { LintRule } from './lint-rule';

/** A run knows where it is by the id of an action: two with one id are one place. */
export const duplicateAction: LintRule<'duplicateAction'> = {
  code: 'duplicateAction',
  severity: 'error',
  stops: 'save',
  find: ({ actions }) => {
    const seen = new Set<string>();
    return actions
      .filter(({ action: { id } }) => {
        const again = seen.has(id);
        seen.add(id);
        return again;
      })
      .map(({ place }) => ({ place }));
  },
};
