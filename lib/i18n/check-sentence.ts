import type { Check } from '@/lib/domain/enrollment/check';
import type { Instant } from '@/lib/time/instant';
import { t } from './t';
import { when } from './when';

/** What one check found, as a sentence. Foreign text in it is isolated, so that it cannot reorder it. */
export function checkSentence(check: Check, now: Instant): string {
  const passed = check.result === 'pass';
  switch (check.code) {
    case 'hasAddress':
      if (passed) return t('check.hasAddress.pass');
      return check.reason === 'invalid'
        ? t('check.hasAddress.invalid')
        : t('check.hasAddress.missing');
    case 'ownAddress':
      return passed ? t('check.ownAddress.pass') : t('check.ownAddress.block');
    case 'alreadyEnrolled':
      if (passed) return t('check.alreadyEnrolled.pass');
      return t('check.alreadyEnrolled.block', [
        text(check, 'sequence'),
        text(check, 'step'),
        text(check, 'steps'),
      ]);
    case 'sequenceAvailable':
      if (passed) return t('check.sequenceAvailable.pass');
      return check.reason === 'archived'
        ? t('check.sequenceAvailable.archived')
        : t('check.sequenceAvailable.missing');
    case 'sequenceHasSteps':
      return passed ? t('check.sequenceHasSteps.pass') : t('check.sequenceHasSteps.block');
    case 'senderEligible':
      return passed ? t('check.senderEligible.pass') : senderSentence(check);
    case 'dailyLimit':
      return limitSentence(check, now);
    case 'suppressed':
      return passed ? t('check.suppressed.pass') : suppressionSentence(check);
    case 'tokensFilled':
      if (passed) return t('check.tokensFilled.pass');
      return t('check.tokensFilled.block', [text(check, 'tokens')]);
    case 'zoneKnown':
      if (passed) return t('check.zoneKnown.pass');
      return t('check.zoneKnown.warn', [text(check, 'zone')]);
  }
}

function senderSentence(check: Check): string {
  const address = text(check, 'address');
  switch (check.reason) {
    case 'expired':
      return t('check.senderEligible.expired', [address]);
    case 'revoked':
      return t('check.senderEligible.revoked', [address]);
    case 'offline':
      return t('check.senderEligible.offline', [address]);
    case 'unchosen':
      return t('check.senderEligible.unchosen');
    default:
      return t('check.senderEligible.none');
  }
}

function suppressionSentence(check: Check): string {
  const address = text(check, 'address');
  switch (check.reason) {
    case 'optedOut':
      return t('check.suppressed.optedOut', [address]);
    case 'bounced':
      return t('check.suppressed.bounced', [address]);
    default:
      return t('check.suppressed.blocked', [address]);
  }
}

function limitSentence(check: Check, now: Instant): string {
  const used = text(check, 'used');
  const limit = text(check, 'limit');
  if (check.result === 'pass') {
    // Without a sender there is no limit to speak of; the check about the sender says so.
    return limit === '' ? t('check.dailyLimit.none') : t('check.dailyLimit.pass', [used, limit]);
  }
  const free = check.params['free'];
  return typeof free === 'number'
    ? t('check.dailyLimit.free', [used, limit, when(free, { now })])
    : t('check.dailyLimit.full', [used, limit]);
}

/** First strong isolate … pop directional isolate: U+2068, U+2069. */
function text(check: Check, name: string): string {
  const value = check.params[name];
  if (typeof value === 'number') return String(value);
  return value === undefined || value === '' ? '' : `\u2068${value}\u2069`;
}
