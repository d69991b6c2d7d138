import type { Check } from '@/lib/domain/enrollment/check';
import type { Subject } from '@/lib/domain/enrollment/subject';
import { pass, warn } from './result';

/** Whose clock the follow-ups keep: the contact's, else the sender's, said in words. */
export function zoneKnown({ zone, zoneSource }: Subject): Check {
  if (zone === undefined) return pass('zoneKnown');
  return zoneSource === 'contact'
    ? pass('zoneKnown', { zone })
    : warn('zoneKnown', 'sender', { zone });
}
