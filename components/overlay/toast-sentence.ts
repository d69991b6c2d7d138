import { failureSentence } from '@/lib/i18n/failure-sentence';
import { isolated } from '@/lib/i18n/isolated';
import { t } from '@/lib/i18n/t';
import { when } from '@/lib/i18n/when';
import type { Instant } from '@/lib/time/instant';
import type { ToastContent } from './toast-state';

/** What just happened, as it is shown and read out. */
export function toastSentence(content: ToastContent, now: Instant): string {
  switch (content.kind) {
    case 'enrolled':
      return t('overlay.enrolledToast', [isolated(content.name), isolated(content.sequence)]);
    case 'unenrolled':
      return t('overlay.unenrolledToast', [isolated(content.sequence)]);
    case 'paused':
      return t('overlay.pausedToast');
    case 'resumed': {
      const { subject, nextAt, zone } = content;
      if (nextAt === undefined) return t('overlay.resumedHeldToast', [isolated(subject)]);
      return t('overlay.resumedToast', [isolated(subject), when(nextAt, { now, zone }), zone]);
    }
    case 'skipped': {
      const { nextAt } = content;
      return nextAt === undefined
        ? t('overlay.skippedToast')
        : t('overlay.skippedNextToast', [when(nextAt, { now })]);
    }
    case 'restored':
      return t('overlay.restoredToast', [isolated(content.sequence)]);
    case 'undone':
      return t('overlay.undone');
    case 'tooLate':
      return t('overlay.tooLate');
    case 'restoreTooLate':
      return t('overlay.restoreTooLate');
    case 'taken':
      return t('overlay.taken');
    case 'sending':
      return t('overlay.sending');
    case 'notEnrolled':
      return t('overlay.notEnrolledToast');
    case 'notPaused':
      return t('overlay.notPaused');
    case 'untrusted':
      return `${t('overlay.untrustedTitle')}. ${t('overlay.untrustedBody')}`;
    case 'failed': {
      const { title, next } = failureSentence(content.code);
      return `${title}. ${next}`;
    }
  }
}
