import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { t } from '@/lib/i18n/t';

/** The extension is gone from this page; what was typed stays to be copied. */
export function OrphanNotice({ onRefreshPage }: { readonly onRefreshPage: () => void }) {
  return (
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
  );
}
