import { t } from '@/lib/i18n/t';
import { Panel } from './panel';

/** Why there is nobody to enroll, and where to go. */
export function NobodyPanel({ onClose }: { readonly onClose: () => void }) {
  return (
    <Panel title={t('overlay.nobodyTitle')} onClose={onClose}>
      <p>{t('overlay.nobodyBody')}</p>
    </Panel>
  );
}
