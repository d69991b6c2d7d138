import type { WaitingCode } from '@/lib/domain/enrollment/outbox-row';
import { t } from './t';

/** Why a step that is due does not run. */
export function waitingSentence(code: WaitingCode): string {
  switch (code) {
    case 'offline':
      return t('waiting.offline');
    case 'expired':
      return t('waiting.expired');
    case 'revoked':
      return t('waiting.revoked');
    case 'throttled':
      return t('waiting.throttled');
    case 'limit':
      return t('waiting.limit');
    case 'unavailable':
      return t('waiting.unavailable');
    case 'checking':
      return t('waiting.checking');
    case 'paused':
      return t('waiting.paused');
    case 'pausedAll':
      return t('waiting.pausedAll');
    case 'away':
      return t('waiting.away');
    case 'late':
      return t('waiting.late');
    case 'confirm':
      return t('waiting.confirm');
    case 'task':
      return t('waiting.task');
    case 'stopped':
      return t('waiting.stopped');
  }
}
