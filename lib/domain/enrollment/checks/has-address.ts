import { NOBODY } from '@/lib/domain/enrollment/origin-policy';
import { block, type CheckRule, pass } from './result';

/** There is an address to write to, and it is one of the contact's own. */
export const hasAddress: CheckRule<'hasAddress'> = {
  code: 'hasAddress',
  overridableBy: NOBODY,
  find: ({ to, request }) => {
    if (to === undefined) return block('missing');
    return request.contact.emails.includes(to)
      ? pass({ address: to })
      : block('foreign', { address: to });
  },
};
