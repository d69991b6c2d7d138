import { Button } from '@/components/ui/button';
import { t } from '@/lib/i18n/t';
import type { OutboxRowProps } from './outbox-row';

/** What can be done to one effect, and the way to its contact. */
export function OutboxActions(props: OutboxRowProps) {
  const { line, onOpen } = props;
  return (
    <div class="so-row-actions">
      {line.state === 'failed' ? <Retry {...props} /> : <Changes {...props} />}
      <Button
        size="s"
        variant="ghost"
        label={t('outbox.openWho', [line.contactName])}
        onClick={onOpen}
      >
        {t('outbox.open')}
      </Button>
    </div>
  );
}

function Retry({ line, busy, onAction }: OutboxRowProps) {
  if (line.mayRetry !== true) return null;
  return (
    <Button
      size="s"
      icon="refresh"
      busy={busy}
      label={t('outbox.retryWho', [line.contactName])}
      onClick={() => onAction('retry')}
    >
      {t('outbox.retry')}
    </Button>
  );
}

/** Late, the rep decides: that comes first. On its way, it can only be unenrolled. */
function Changes({ line, busy, onAction }: OutboxRowProps) {
  const { contactName, paused, state } = line;
  const isLate = paused === 'late';
  return (
    <>
      {paused !== undefined && (
        <Button
          size="s"
          variant={isLate ? 'primary' : 'secondary'}
          busy={busy}
          label={t(isLate ? 'outbox.sendWho' : 'options.enrollments.resumeWho', [contactName])}
          onClick={() => onAction('resume')}
        >
          {t(isLate ? 'outbox.send' : 'options.enrollments.resume')}
        </Button>
      )}
      {isLate && (
        <Button
          size="s"
          label={t('outbox.skipWho', [contactName])}
          onClick={() => onAction('skip')}
        >
          {t('outbox.skip')}
        </Button>
      )}
      {paused === undefined && state === 'due' && (
        <Button
          size="s"
          busy={busy}
          label={t('options.enrollments.pauseWho', [contactName])}
          onClick={() => onAction('pause')}
        >
          {t('options.enrollments.pause')}
        </Button>
      )}
      <Button
        size="s"
        variant="ghost"
        label={t('options.enrollments.unenrollWho', [contactName])}
        onClick={() => onAction('unenroll')}
      >
        {t('options.enrollments.unenroll')}
      </Button>
    </>
  );
}
