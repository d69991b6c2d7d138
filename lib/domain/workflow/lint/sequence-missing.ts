import type { LintRule } from './lint-rule';

/** Nobody is enrolled in a sequence that was deleted. `hubspot.md` 4.1. */
export const sequenceMissing: LintRule<'sequenceMissing'> = {
  code: 'sequenceMissing',
  severity: 'error',
  stops: 'switchOn',
  find: ({ enrolls, facts: { sequences } }) =>
    enrolls
      .filter(({ action }) => (sequences.get(action.sequenceId)?.state ?? 'deleted') === 'deleted')
      .map(({ place }) => ({ place: `${place}.sequenceId` })),
};
