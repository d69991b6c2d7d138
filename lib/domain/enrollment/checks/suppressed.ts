import { NOBODY } from '@/lib/domain/enrollment/origin-policy';
import { block, type CheckRule, pass } from './result';

/** Nobody is written to who opted out, bounced, complained or is blocked; no person may override that. */
export const suppressed: CheckRule<'suppressed'> = {
  code: 'suppressed',
  overridableBy: NOBODY,
  find: ({ facts: { suppression }, to }) => {
    if (suppression === undefined) return pass();
    const { address, reason } = suppression;
    return block(reason, { address: address.startsWith('@') ? address : (to ?? address) });
  },
};
