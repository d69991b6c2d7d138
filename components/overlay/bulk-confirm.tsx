import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { isolated } from '@/lib/i18n/isolated';
import { t } from '@/lib/i18n/t';
import { when } from '@/lib/i18n/when';
import type { BulkPanelProps } from './bulk-panel';

/** One more look before many are enrolled, and for very many the number itself. */
export function BulkConfirm({ view, now, onType }: BulkPanelProps) {
  const { preview, chosen, enrolls, sendAt, typed } = view;
  const number = String(chosen);
  const begin = sendAt === undefined ? t('bulk.confirmNow') : when(sendAt, { now });
  return (
    <>
      <Notice tone="warn" title={t('bulk.confirmTitle', [String(enrolls), number])} announce>
        <p>{t('bulk.confirmBody', [isolated(preview?.from ?? ''), begin])}</p>
        {preview?.lastFirstAt !== undefined && preview.lastFirstAt > now && (
          <p>{t('bulk.lastAt', [when(preview.lastFirstAt, { now })])}</p>
        )}
      </Notice>
      {preview?.confirm === 'type' && (
        <TextField
          label={t('bulk.confirmType', [number])}
          value={typed}
          type="number"
          error={typed !== '' && typed !== number ? t('bulk.confirmWrong') : undefined}
          onInput={onType}
        />
      )}
    </>
  );
}
