import { addressKey } from '@/lib/domain/contact/email-address';
import type { Check } from '@/lib/domain/enrollment/check';
import type { Subject } from '@/lib/domain/enrollment/subject';
import { block, pass } from './result';

/** A rep does not enroll themselves: own mail never counts as an answer, so it would never end. */
export function ownAddress({ to, facts }: Subject): Check {
  const own = to !== undefined && facts.ownAddresses.has(addressKey(to));
  return own ? block('ownAddress', 'own', { address: to }) : pass('ownAddress');
}
