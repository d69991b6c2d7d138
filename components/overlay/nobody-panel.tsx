import { useId } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { t } from '@/lib/i18n/t';

/** Why there is nobody to enroll, and where to go. */
export function NobodyPanel({ onClose }: { readonly onClose: () => void }) {
  const titleId = useId();
  return (
    <section class="so-panel" role="dialog" aria-labelledby={titleId}>
      <header class="so-panel-head">
        <div class="so-panel-who">
          <h2 id={titleId}>{t('overlay.nobodyTitle')}</h2>
        </div>
        <Button size="s" variant="ghost" icon="close" label={t('ui.close')} onClick={onClose} />
      </header>
      <div class="so-panel-body">
        <p>{t('overlay.nobodyBody')}</p>
      </div>
    </section>
  );
}
