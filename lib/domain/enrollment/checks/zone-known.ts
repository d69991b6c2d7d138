import { PERSONS } from '@/lib/domain/enrollment/origin-policy';
import { type CheckRule, pass, warn } from './result';

/** Whose clock the follow-ups keep: the contact's, else the sender's, said in words. */
export const zoneKnown: CheckRule<'zoneKnown'> = {
  code: 'zoneKnown',
  overridableBy: PERSONS,
  find: ({ zone, zoneSource }) => {
    if (zone === undefined) return pass();
    return zoneSource === 'contact' ? pass({ zone }) : warn('sender', { zone });
  },
};
