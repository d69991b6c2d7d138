import { t } from '@/lib/i18n/t';
import { EmailText } from './email-text';
import { placeOf } from './sequence-draft';
import type { StepCardProps } from './step-card';
import { VariantList } from './variant-list';

/** What an email says, and what else it may say. */
export function EmailFields(props: StepCardProps) {
  const { step, inThread, problems, onChange } = props;
  return (
    <>
      {inThread && <p class="so-quiet">{t('sequenceForm.inThread')}</p>}
      <EmailText
        text={step}
        placeOf={(field) => placeOf(step.key, field)}
        problems={problems}
        rows={8}
        inThread={inThread}
        result={props.resultOf(step)}
        onChange={onChange}
      />
      <VariantList {...props} />
    </>
  );
}
