import { isDeliverable } from '@/lib/domain/contact/is-deliverable';
import { isRoleAddress } from '@/lib/domain/contact/is-role-address';
import { PERSONS } from '@/lib/domain/enrollment/origin-policy';
import { block, type CheckRule, pass, warn } from './result';

/** The address can exist (RFC 5321, RFC 6531), and a person is likely to read it. */
export const addressValid: CheckRule<'addressValid'> = {
  code: 'addressValid',
  overridableBy: PERSONS,
  find: ({ to }) => {
    if (to === undefined) return pass();
    if (!isDeliverable(to)) return block('invalid', { address: to });
    return isRoleAddress(to) ? warn('role', { address: to }) : pass({ address: to });
  },
};
