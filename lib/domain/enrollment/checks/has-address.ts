import type { Check } from '@/lib/domain/enrollment/check';
import type { Subject } from '@/lib/domain/enrollment/subject';
import { block, pass } from './result';

/** There is an address to write to, and it is one of the contact's own. */
export function hasAddress({ to, request }: Subject): Check {
  if (to === undefined) return block('hasAddress', 'missing');
  if (!request.contact.emails.includes(to)) return block('hasAddress', 'invalid', { address: to });
  return pass('hasAddress', { address: to });
}
