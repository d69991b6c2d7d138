import { Notice } from '@/components/ui/notice';
import { isolated } from '@/lib/i18n/isolated';
import { t } from '@/lib/i18n/t';
import type { EnrollPanelProps } from './enroll-panel';
import { FailureNotice } from './failure-notice';
import { OrphanNotice } from './orphan-notice';

/** What has happened around the popover while it was open, each with its next step. */
export function PanelNotices(props: EnrollPanelProps) {
  const { view, hasMovedOn, isOrphaned, onRetry, onRefreshPage } = props;
  return (
    <>
      {isOrphaned && <OrphanNotice onRefreshPage={onRefreshPage} />}
      {hasMovedOn && !isOrphaned && (
        <Notice tone="accent" title={t('overlay.boundTitle')} announce>
          {t('overlay.boundBody', [isolated(view.name)])}
        </Notice>
      )}
      {view.preview?.hold && (
        <Notice tone="warn" icon="pause">
          {t(view.preview.hold === 'away' ? 'overlay.holdAway' : 'overlay.holdPausedAll')}
        </Notice>
      )}
      {view.isRefused && <Notice tone="bad" title={t('overlay.refusedTitle')} announce />}
      {view.failure && !isOrphaned && <FailureNotice code={view.failure} onRetry={onRetry} />}
    </>
  );
}
