import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { t } from '@/lib/i18n/t';

/** Something that is stored could not be read: never shown as if there were nothing. */
export function NotLoaded({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <Notice
      tone="bad"
      announce
      actions={
        <Button size="s" icon="refresh" onClick={onRetry}>
          {t('options.tryAgain')}
        </Button>
      }
    >
      {t('options.notLoaded')}
    </Notice>
  );
}
