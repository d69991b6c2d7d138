import type { Check } from '@/lib/domain/enrollment/check';
import type { Subject } from '@/lib/domain/enrollment/subject';
import { block, pass } from './result';

/** One sequence per contact, whoever enrolled them. Source: `hubspot.md` 2.2. */
export function notEnrolled({ facts: { held } }: Subject): Check {
  if (held === undefined) return pass('notEnrolled');
  return block('notEnrolled', 'held', {
    sequence: held.sequenceName,
    step: held.step,
    steps: held.steps,
  });
}
