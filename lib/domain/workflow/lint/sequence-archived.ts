import type { LintRule } from './lint-rule';

/** An archived sequence takes nobody new. */
export const sequenceArchived: LintRule<'sequenceArchived'> = {
  code: 'sequenceArchived',
  severity: 'error',
  stops: 'switchOn',
  find: ({ enrolls, facts: { sequences } }) =>
    enrolls.flatMap(({ action, place }) => {
      const sequence = sequences.get(action.sequenceId);
      if (sequence?.state !== 'archived') return [];
      return [{ place: `${place}.sequenceId`, params: { sequence: sequence.name } }];
    }),
};
