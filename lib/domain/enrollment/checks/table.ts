import type { Check, CheckCode } from '@/lib/domain/enrollment/check';
import type { Subject } from '@/lib/domain/enrollment/subject';
import { addressValid } from './address-valid';
import { alreadyEnrolled } from './already-enrolled';
import { bulkSize } from './bulk-size';
import { coldLead } from './cold-lead';
import { dailyLimit } from './daily-limit';
import { hasAddress } from './has-address';
import { ownAddress } from './own-address';
import { ownerResolved } from './owner-resolved';
import { perMinuteLimit } from './per-minute-limit';
import { quietTime } from './quiet-time';
import { recentlyEnrolled } from './recently-enrolled';
import { type CheckRule, runCheck } from './result';
import { sameCompany } from './same-company';
import { senderEligible } from './sender-eligible';
import { sequenceAvailable } from './sequence-available';
import { sequenceHasSteps } from './sequence-has-steps';
import { sequenceNotPaused } from './sequence-not-paused';
import { suppressed } from './suppressed';
import { tokensFilled } from './tokens-filled';
import { zoneKnown } from './zone-known';

/**
 * Every check there is, in the order in which a person reads them: who, what, by whom, when. A
 * missing one, or one under another's name, does not compile.
 */
export const checks: { readonly [Code in CheckCode]: CheckRule<Code> } = {
  hasAddress,
  addressValid,
  ownAddress,
  suppressed,
  alreadyEnrolled,
  recentlyEnrolled,
  coldLead,
  sameCompany,
  sequenceAvailable,
  sequenceHasSteps,
  sequenceNotPaused,
  tokensFilled,
  senderEligible,
  ownerResolved,
  bulkSize,
  dailyLimit,
  perMinuteLimit,
  quietTime,
  zoneKnown,
};

const RULES: readonly CheckRule[] = Object.values(checks);

/** Asks them all, so that a person learns everything at once. */
export function runChecks(subject: Subject): readonly Check[] {
  return RULES.map((rule) => runCheck(rule, subject));
}
