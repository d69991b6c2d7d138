import type { LintRule } from './lint-rule';

/** Imported contacts who never answered are among those who match. `hubspot.md` 4.1. */
export const coldLeads: LintRule<'coldLeads'> = {
  code: 'coldLeads',
  severity: 'warn',
  stops: 'switchOn',
  find: ({ enrolls, facts: { estimate } }) => {
    if (estimate === undefined || estimate.cold === 0 || enrolls.length === 0) return [];
    const { cold, matched } = estimate;
    return [{ place: 'trigger', params: { cold, matched } }];
  },
};
