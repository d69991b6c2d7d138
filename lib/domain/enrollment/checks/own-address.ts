import { addressKey } from '@/lib/domain/contact/email-address';
import { NOBODY } from '@/lib/domain/enrollment/origin-policy';
import { block, type CheckRule, pass } from './result';

/** A rep does not enroll themselves: own mail never counts as an answer, so it would never end. */
export const ownAddress: CheckRule<'ownAddress'> = {
  code: 'ownAddress',
  overridableBy: NOBODY,
  find: ({ to, facts }) =>
    to !== undefined && facts.ownAddresses.has(addressKey(to))
      ? block('own', { address: to })
      : pass(),
};
