import { CONFIRM_ABOVE, TYPE_NUMBER_ABOVE } from '@/lib/domain/enrollment/bulk-limits';
import { PERSONS } from '@/lib/domain/enrollment/origin-policy';
import { block, type CheckRule, pass, warn } from './result';

/** Many at once are enrolled only on purpose: more of them, more purpose. `hubspot.md`, section 3. */
export const bulkSize: CheckRule<'bulkSize'> = {
  code: 'bulkSize',
  overridableBy: PERSONS,
  find: ({ request: { batch }, policy }) => {
    const { size, confirmed } = batch;
    const params = { size };
    if (size > TYPE_NUMBER_ABOVE && policy.manyAtOnce === 'refuse') return block('tooMany', params);
    if (size <= CONFIRM_ABOVE || confirmed === size) return pass(params);
    return size > TYPE_NUMBER_ABOVE ? block('typeNumber', params) : warn('confirm', params);
  },
};
