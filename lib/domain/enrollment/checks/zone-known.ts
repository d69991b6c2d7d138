import { PERSONS } from '@/lib/domain/enrollment/origin-policy';
import { type CheckRule, pass, warn } from './result';

/**
 * Whose clock the follow-ups keep: the contact's, else the sender's, said in words to a person. Where
 * there is none to be told, the sender's is what is wanted. `hubspot.md` 4.1.
 */
export const zoneKnown: CheckRule<'zoneKnown'> = {
  code: 'zoneKnown',
  overridableBy: PERSONS,
  find: ({ zone, zoneSource, policy }) => {
    if (zone === undefined) return pass();
    return zoneSource === 'contact' || !policy.person ? pass({ zone }) : warn('sender', { zone });
  },
};
