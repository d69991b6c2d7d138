import { MAX_FILTERS } from '@/lib/domain/workflow/filter';
import type { LintRule } from './lint-rule';

/** As many filters as one trigger or branch may have. `hubspot.md` 4.6. */
export const tooManyFilters: LintRule<'tooManyFilters'> = {
  code: 'tooManyFilters',
  severity: 'error',
  stops: 'save',
  find: ({ filterSets }) =>
    filterSets.flatMap(({ groups, place }) => {
      const filters = groups.reduce((sum, group) => sum + group.filters.length, 0);
      const tooMany = filters > MAX_FILTERS || groups.length > MAX_FILTERS;
      return tooMany ? [{ place, params: { filters, limit: MAX_FILTERS } }] : [];
    }),
};
