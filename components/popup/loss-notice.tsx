import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { pastDay } from '@/lib/i18n/past-day';
import { t } from '@/lib/i18n/t';
import type { LossView } from '@/lib/rpc/views';
import type { Instant } from '@/lib/time/instant';

/** The browser lost the database: what came back by itself, and where the rest is. */
export function LossNotice(props: {
  readonly loss: LossView;
  readonly now: Instant;
  readonly onShow: () => void;
}) {
  const { loss, now, onShow } = props;
  return (
    <Notice
      tone="warn"
      title={t('loss.title', [pastDay(loss.at, { now })])}
      actions={
        <Button size="s" onClick={onShow}>
          {t('loss.show')}
        </Button>
      }
    >
      {t('loss.kept', [String(loss.live)])}
    </Notice>
  );
}
