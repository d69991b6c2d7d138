import type { Check } from '@/lib/domain/enrollment/check';
import type { Subject } from '@/lib/domain/enrollment/subject';
import { block, pass } from './result';

/** There is something to do from the chosen step on. */
export function sequenceHasSteps({ facts: { sequence }, request }: Subject): Check {
  if (sequence === undefined) return pass('sequenceHasSteps');
  return request.startStep < sequence.steps.length
    ? pass('sequenceHasSteps', { steps: sequence.steps.length })
    : block('sequenceHasSteps', 'empty', { sequence: sequence.name });
}
