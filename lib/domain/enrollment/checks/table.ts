import type { Check, CheckCode } from '@/lib/domain/enrollment/check';
import type { Subject } from '@/lib/domain/enrollment/subject';
import { alreadyEnrolled } from './already-enrolled';
import { dailyLimit } from './daily-limit';
import { hasAddress } from './has-address';
import { ownAddress } from './own-address';
import { senderEligible } from './sender-eligible';
import { sequenceAvailable } from './sequence-available';
import { sequenceHasSteps } from './sequence-has-steps';
import { suppressed } from './suppressed';
import { tokensFilled } from './tokens-filled';
import { zoneKnown } from './zone-known';

/** Every check there is, in the order in which a person reads them. A missing one does not compile. */
export const checks: Readonly<Record<CheckCode, (subject: Subject) => Check>> = {
  hasAddress,
  ownAddress,
  alreadyEnrolled,
  senderEligible,
  sequenceAvailable,
  sequenceHasSteps,
  suppressed,
  dailyLimit,
  tokensFilled,
  zoneKnown,
};
