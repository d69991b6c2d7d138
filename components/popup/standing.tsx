import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { t } from '@/lib/i18n/t';
import type { Overview } from '@/lib/rpc/views';
import { LossNotice } from './loss-notice';
import type { PopupProps } from './popup';
import { Problems } from './problems';

/** What holds emails up, and what was done while nobody was there. */
export function Standing(
  props: Pick<PopupProps, 'onOpen' | 'onPauseAll' | 'onDismiss'> & {
    readonly overview: Overview;
  },
) {
  const { onOpen, onPauseAll, onDismiss } = props;
  const { loss, pausedAll, catchUp, problems, tasks } = props.overview;
  return (
    <>
      {loss && <LossNotice loss={loss} onShow={() => onOpen('backups')} />}
      {pausedAll !== undefined && (
        <Notice
          tone="warn"
          icon="pause"
          title={t('popup.pausedAll')}
          actions={
            <Button size="s" onClick={() => onPauseAll(false)}>
              {t('popup.resumeAll')}
            </Button>
          }
        />
      )}
      <Problems problems={problems} onOpen={onOpen} />
      {tasks > 0 && (
        <Button variant="link" onClick={() => onOpen('tasks')}>
          {t('popup.tasks', [String(tasks)])}
        </Button>
      )}
      {catchUp && (
        <Notice
          tone="accent"
          actions={
            <Button size="s" variant="ghost" onClick={onDismiss}>
              {t('ui.close')}
            </Button>
          }
        >
          {t('popup.caughtUp', [
            `${catchUp.sent}`,
            `${catchUp.moved}`,
            `${catchUp.asked}`,
            `${catchUp.replies}`,
          ])}
        </Notice>
      )}
    </>
  );
}
