import type { Check } from '@/lib/domain/enrollment/check';
import type { Subject } from '@/lib/domain/enrollment/subject';
import { block, pass } from './result';

/** Nobody is written to who opted out, bounced or is blocked; no person may override that. */
export function suppressed({ facts: { suppression }, to }: Subject): Check {
  return suppression === undefined
    ? pass('suppressed')
    : block('suppressed', suppression.reason, { address: to ?? suppression.address });
}
