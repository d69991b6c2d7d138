import { Notice } from '@/components/ui/notice';
import { BULK_LIMIT } from '@/lib/domain/enrollment/bulk-limits';
import { checkSentence } from '@/lib/i18n/check-sentence';
import { t } from '@/lib/i18n/t';
import type { BulkPanelProps } from './bulk-panel';
import { FailureNotice } from './failure-notice';
import { OrphanNotice } from './orphan-notice';

/** What a person should know before they go on, each with its next step. */
export function BulkNotices(props: BulkPanelProps) {
  const { view, now, isOrphaned, onRetry, onRefreshPage } = props;
  const { unread, failure, refused } = view;
  return (
    <>
      {isOrphaned && <OrphanNotice onRefreshPage={onRefreshPage} />}
      {unread && (
        <Notice
          tone="warn"
          title={t('bulk.notRead', [String(unread.shown), String(unread.read)])}
          announce
        >
          {t('bulk.notReadHint')}
        </Notice>
      )}
      {view.isCut && (
        <Notice tone="warn" title={t('bulk.tooMany', [String(BULK_LIMIT)])} announce>
          {t('bulk.tooManyHint')}
        </Notice>
      )}
      {refused.length > 0 && (
        <Notice tone="bad" title={t('bulk.notStarted')} announce>
          {refused.map((check) => (
            <p key={check.code}>{checkSentence(check, now)}</p>
          ))}
        </Notice>
      )}
      {failure && !isOrphaned && <FailureNotice code={failure} onRetry={onRetry} />}
    </>
  );
}
