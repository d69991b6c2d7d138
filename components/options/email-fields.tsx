import { t } from '@/lib/i18n/t';
import { placeOf } from './sequence-draft';
import type { StepCardProps } from './step-card';
import { TemplateField } from './template-field';
import { VariantList } from './variant-list';

/** What an email says, and what else it may say. */
export function EmailFields(props: StepCardProps) {
  const { step, inThread, problems, onChange } = props;
  return (
    <>
      {inThread ? (
        <p class="so-quiet">{t('sequenceForm.inThread')}</p>
      ) : (
        <TemplateField
          label={t('sequenceForm.subject')}
          place={placeOf(step.key, 'subject')}
          value={step.subject}
          rows={1}
          maxLength={998}
          problems={problems}
          onInput={(subject) => onChange({ subject })}
        />
      )}
      <TemplateField
        label={t('sequenceForm.body')}
        place={placeOf(step.key, 'body')}
        value={step.body}
        rows={8}
        maxLength={100_000}
        problems={problems}
        onInput={(body) => onChange({ body })}
      />
      <VariantList {...props} />
    </>
  );
}
