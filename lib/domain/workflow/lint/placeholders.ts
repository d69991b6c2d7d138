import type { LintRule } from './lint-rule';

/** Nobody fills them in when a workflow enrolls: every contact would be skipped. `hubspot.md` 4.1. */
export const placeholders: LintRule<'placeholders'> = {
  code: 'placeholders',
  severity: 'warn',
  stops: 'switchOn',
  find: ({ enrolls, facts: { sequences } }) =>
    enrolls.flatMap(({ action, place }) => {
      const sequence = sequences.get(action.sequenceId);
      if (sequence === undefined || sequence.placeholders.length === 0) return [];
      const tokens = sequence.placeholders.join(', ');
      return [{ place: `${place}.sequenceId`, params: { sequence: sequence.name, tokens } }];
    }),
};
