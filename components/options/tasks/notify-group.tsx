import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { t } from '@/lib/i18n/t';

export interface NotifyGroupProps {
  /** `undefined` until the browser was asked. */
  readonly allowed: boolean | undefined;
  readonly refused: boolean;
  readonly onAllow: () => void;
}

/** How the rep is reminded: by a number in any case, by a notification if they like. */
export function NotifyGroup({ allowed, refused, onAllow }: NotifyGroupProps) {
  if (allowed === undefined) return null;
  return (
    <section class="so-group" aria-labelledby="so-notify">
      <h3 id="so-notify">{t('tasks.notify.title')}</h3>
      <p class="so-quiet">{allowed ? t('tasks.notify.allowed') : t('tasks.notify.hint')}</p>
      {!allowed && <Button onClick={onAllow}>{t('tasks.notify.allow')}</Button>}
      {refused && !allowed && (
        <Notice tone="warn" announce>
          {t('tasks.notify.refused')}
        </Notice>
      )}
    </section>
  );
}
