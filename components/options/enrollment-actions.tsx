import { Button } from '@/components/ui/button';
import { t } from '@/lib/i18n/t';
import type { EnrollmentLineProps } from './enrollment-line';

/** What can be done to one enrollment, and what has been. */
export function EnrollmentActions(props: EnrollmentLineProps & { readonly isLive: boolean }) {
  const { row, busy, history, isLive, onAction } = props;
  const { contactName, state } = row;
  return (
    <div class="so-row-actions">
      {isLive && (
        <Button
          size="s"
          busy={busy}
          label={t('options.enrollments.unenrollWho', [contactName])}
          onClick={() => onAction('unenroll')}
        >
          {t('options.enrollments.unenroll')}
        </Button>
      )}
      {isLive && state !== 'paused' && (
        <Button
          size="s"
          variant="ghost"
          label={t('options.enrollments.pauseWho', [contactName])}
          onClick={() => onAction('pause')}
        >
          {t('options.enrollments.pause')}
        </Button>
      )}
      {state === 'paused' && (
        <Button
          size="s"
          variant="ghost"
          label={t('options.enrollments.resumeWho', [contactName])}
          onClick={() => onAction('resume')}
        >
          {t('options.enrollments.resume')}
        </Button>
      )}
      {row.asksOptOut && (
        <Button
          size="s"
          busy={busy}
          label={t('options.enrollments.suppressWho', [contactName])}
          onClick={() => onAction('suppress')}
        >
          {t('options.enrollments.suppress')}
        </Button>
      )}
      <Button
        size="s"
        variant="ghost"
        expanded={history !== undefined}
        label={t('options.enrollments.historyWho', [contactName])}
        onClick={props.onHistory}
      >
        {t('options.enrollments.history')}
      </Button>
    </div>
  );
}
