import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { t } from '@/lib/i18n/t';
import type { LossView } from '@/lib/rpc/views';

/** The browser lost the database: what came back by itself, and where the rest is. */
export function LossNotice(props: { readonly loss: LossView; readonly onShow: () => void }) {
  const { loss, onShow } = props;
  return (
    <Notice
      tone="warn"
      title={t('loss.lost')}
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
