import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { pastDay } from '@/lib/i18n/past-day';
import { t } from '@/lib/i18n/t';
import type { CatchUpView } from '@/lib/rpc/views';
import type { Instant } from '@/lib/time/instant';
import type { OutboxSectionProps } from './outbox-section';

/** Whether anything leaves at all, the switch for it, and what was done after a long absence. */
export function OutboxStanding(props: OutboxSectionProps) {
  const { view, catchUp, now, switching, onPauseAll } = props;
  if (view === undefined) return null;
  return (
    <>
      {catchUp && <CaughtUp catchUp={catchUp} now={now} onDismiss={props.onDismiss} />}
      {view.pausedAll === undefined ? (
        <div class="so-card so-switch">
          <Button icon="pause" busy={switching} onClick={() => onPauseAll(true)}>
            {t('outbox.pauseAll')}
          </Button>
          <p class="so-field-hint">{t('outbox.pauseAllHint')}</p>
        </div>
      ) : (
        <Notice
          tone="warn"
          icon="pause"
          title={t('outbox.pausedAll', [pastDay(view.pausedAll, { now })])}
          actions={
            <Button size="s" variant="primary" busy={switching} onClick={() => onPauseAll(false)}>
              {t('outbox.resumeAll')}
            </Button>
          }
        >
          {t('outbox.pausedAllHint')}
        </Notice>
      )}
    </>
  );
}

function CaughtUp(props: {
  readonly catchUp: CatchUpView;
  readonly now: Instant;
  readonly onDismiss: () => void;
}) {
  const { since, sent, moved, asked, replies } = props.catchUp;
  const counts = [
    { text: t('outbox.caughtSent', [String(sent)]), count: sent },
    { text: t('outbox.caughtMoved', [String(moved)]), count: moved },
    { text: t('outbox.caughtAsked', [String(asked)]), count: asked },
    { text: t('outbox.caughtReplies', [String(replies)]), count: replies },
  ].filter(({ count }) => count > 0);
  return (
    <Notice
      tone={asked > 0 ? 'warn' : 'accent'}
      title={t('outbox.caughtUp', [pastDay(since, props)])}
      actions={
        <Button size="s" onClick={props.onDismiss}>
          {t('outbox.dismiss')}
        </Button>
      }
    >
      <ul class="so-counts so-number">
        {counts.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Notice>
  );
}
