import type { Check, CheckCode } from '@/lib/domain/enrollment/check';
import type { Subject } from '@/lib/domain/enrollment/subject';
import { hasAddress } from './has-address';
import { limitFree } from './limit-free';
import { notEnrolled } from './not-enrolled';
import { notSuppressed } from './not-suppressed';
import { ownAddress } from './own-address';
import { senderConnected } from './sender-connected';
import { sequenceAvailable } from './sequence-available';
import { sequenceHasSteps } from './sequence-has-steps';
import { tokensFilled } from './tokens-filled';
import { zoneKnown } from './zone-known';

/** Every check there is, in the order in which a person reads them. A missing one does not compile. */
export const checks: Readonly<Record<CheckCode, (subject: Subject) => Check>> = {
  hasAddress,
  ownAddress,
  notEnrolled,
  senderConnected,
  sequenceAvailable,
  sequenceHasSteps,
  notSuppressed,
  limitFree,
  tokensFilled,
  zoneKnown,
};
