import type { Check } from '@/lib/domain/enrollment/check';
import type { Subject } from '@/lib/domain/enrollment/subject';
import { block, pass } from './result';

/** The sequence exists and takes new contacts. */
export function sequenceAvailable({ facts: { sequence } }: Subject): Check {
  if (sequence === undefined) return block('sequenceAvailable', 'missing');
  if (sequence.state === 'archived') {
    return block('sequenceAvailable', 'archived', { sequence: sequence.name });
  }
  return pass('sequenceAvailable', { sequence: sequence.name });
}
