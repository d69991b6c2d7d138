import { failureSentence } from '@/lib/i18n/failure-sentence';
import { t } from '@/lib/i18n/t';
import type { ToastContent } from './toast-state';

const isolated = (text: string) => `\u2068${text}\u2069`;

/** What just happened, as it is shown and read out. */
export function toastSentence(content: ToastContent): string {
  switch (content.kind) {
    case 'enrolled':
      return t('overlay.enrolledToast', [isolated(content.name), isolated(content.sequence)]);
    case 'unenrolled':
      return t('overlay.unenrolledToast', [isolated(content.sequence)]);
    case 'undone':
      return t('overlay.undone');
    case 'tooLate':
      return t('overlay.tooLate');
    case 'notEnrolled':
      return t('overlay.notEnrolledToast');
    case 'untrusted':
      return `${t('overlay.untrustedTitle')}. ${t('overlay.untrustedBody')}`;
    case 'failed': {
      const { title, next } = failureSentence(content.code);
      return `${title}. ${next}`;
    }
  }
}
