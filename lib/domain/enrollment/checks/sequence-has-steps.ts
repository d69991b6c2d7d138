import { NOBODY } from '@/lib/domain/enrollment/origin-policy';
import { block, type CheckRule, pass } from './result';

/** There is something to do from the chosen step on. */
export const sequenceHasSteps: CheckRule<'sequenceHasSteps'> = {
  code: 'sequenceHasSteps',
  overridableBy: NOBODY,
  find: ({ facts: { sequence }, request }) => {
    if (sequence === undefined) return pass();
    return sequence.steps[request.startStep] === undefined
      ? block('empty', { sequence: sequence.name })
      : pass({ steps: sequence.steps.length });
  },
};
