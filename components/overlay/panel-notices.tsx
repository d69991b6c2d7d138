import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { failureSentence } from '@/lib/i18n/failure-sentence';
import { t } from '@/lib/i18n/t';
import type { EnrollPanelProps } from './enroll-panel';

/** What has happened around the popover while it was open, each with its next step. */
export function PanelNotices({
  view,
  hasMovedOn,
  isOrphaned,
  onRetry,
  onRefreshPage,
}: EnrollPanelProps) {
  const failure = view.failure !== undefined ? failureSentence(view.failure) : undefined;
  return (
    <>
      {isOrphaned && (
        <Notice
          tone="warn"
          title={t('overlay.orphanedTitle')}
          announce
          actions={
            <Button size="s" icon="refresh" onClick={onRefreshPage}>
              {t('overlay.refresh')}
            </Button>
          }
        >
          {t('overlay.orphanedBody')}
        </Notice>
      )}
      {hasMovedOn && !isOrphaned && (
        <Notice tone="accent" title={t('overlay.boundTitle')} announce>
          {t('overlay.boundBody', [`\u2068${view.name}\u2069`])}
        </Notice>
      )}
      {view.isRefused && <Notice tone="bad" title={t('overlay.refusedTitle')} announce />}
      {failure && !isOrphaned && (
        <Notice
          tone="bad"
          title={failure.title}
          announce
          actions={
            <Button size="s" icon="refresh" onClick={onRetry}>
              {t('ui.tryAgain')}
            </Button>
          }
        >
          {failure.next}
        </Notice>
      )}
    </>
  );
}
