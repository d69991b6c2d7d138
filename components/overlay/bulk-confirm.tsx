import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import type { Check } from '@/lib/domain/enrollment/check';
import { checkSentence } from '@/lib/i18n/check-sentence';
import { isolated } from '@/lib/i18n/isolated';
import { t } from '@/lib/i18n/t';
import { when } from '@/lib/i18n/when';
import type { BulkPreview } from '@/lib/rpc/bulk-views';
import type { BulkPanelProps } from './bulk-panel';

/** One more look before many are enrolled, and for very many the number itself. */
export function BulkConfirm({ view, now, onType }: BulkPanelProps) {
  const { preview, chosen, enrolls, sendAt, typed } = view;
  const number = String(chosen);
  const begin = sendAt === undefined ? t('bulk.confirmNow') : when(sendAt, { now });
  return (
    <>
      <Notice tone="warn" title={t('bulk.confirmTitle', [String(enrolls), number])} announce>
        {preview && <p>{checkSentence(sizeCheck(preview.confirm, chosen), now)}</p>}
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

/** Why so many are asked about: the words of the check that a confirmed number satisfies. */
function sizeCheck(confirm: BulkPreview['confirm'], size: number): Check {
  const code = 'bulkSize';
  return confirm === 'type'
    ? { code, result: 'block', reason: 'typeNumber', params: { size }, overridable: false }
    : { code, result: 'warn', reason: 'confirm', params: { size }, overridable: true };
}
