import type { Check } from '@/lib/domain/enrollment/check';
import type { Subject } from '@/lib/domain/enrollment/subject';
import { block, pass } from './result';

/** One sequence per contact, whoever enrolled them. Source: `hubspot.md` 2.2. */
export function alreadyEnrolled({ facts: { held } }: Subject): Check {
  if (held === undefined) return pass('alreadyEnrolled');
  return block('alreadyEnrolled', 'held', {
    sequence: held.sequenceName,
    step: held.step,
    steps: held.steps,
  });
}
