import { HOLD_LIMIT } from '@/lib/domain/workflow/hold';
import type { LintRule } from './lint-rule';

/** It would enroll more contacts at once than should be automated. `hubspot.md` 4.1. */
export const tooMany: LintRule<'tooMany'> = {
  code: 'tooMany',
  severity: 'warn',
  stops: 'switchOn',
  find: ({ draft: { trigger }, enrolls, facts: { estimate, existing } }) => {
    const atOnce = existing === true || trigger.kind === 'schedule';
    if (estimate === undefined || !atOnce || enrolls.length === 0) return [];
    const { matched } = estimate;
    return matched > HOLD_LIMIT
      ? [{ place: 'trigger', params: { matched, limit: HOLD_LIMIT } }]
      : [];
  },
};
