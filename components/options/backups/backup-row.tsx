import { Button } from '@/components/ui/button';
import { locale } from '@/lib/i18n/locale';
import { t } from '@/lib/i18n/t';
import type { Instant } from '@/lib/time/instant';

/** One copy: of when it is, how large, and what can be done with it. */
export function BackupRow(props: {
  readonly file: { readonly at: Instant; readonly size: number };
  readonly onRestore: () => void;
  readonly onSave: () => void;
}) {
  const { at, size } = props.file;
  const moment = new Intl.DateTimeFormat(locale(), {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(at);
  const kilobytes = new Intl.NumberFormat(locale(), {
    style: 'unit',
    unit: 'kilobyte',
    maximumFractionDigits: 0,
  }).format(Math.max(1, size / 1_000));
  return (
    <li class="so-row">
      <span class="so-row-name">
        <strong class="so-number">{moment}</strong>
        <span class="so-quiet so-number">{kilobytes}</span>
      </span>
      <div class="so-row-actions">
        <Button size="s" label={t('backups.restoreWhat', [moment])} onClick={props.onRestore}>
          {t('backups.restore')}
        </Button>
        <Button
          size="s"
          variant="ghost"
          label={t('backups.saveWhat', [moment])}
          onClick={props.onSave}
        >
          {t('backups.save')}
        </Button>
      </div>
    </li>
  );
}
