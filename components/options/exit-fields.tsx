import { SelectField } from '@/components/ui/select-field';
import { t } from '@/lib/i18n/t';
import type { SequenceDraft } from './sequence-draft';

export interface ExitFieldsProps {
  readonly draft: Pick<SequenceDraft, 'replyExit' | 'meetingExit'>;
  readonly onChange: (change: Partial<SequenceDraft>) => void;
}

/** Whom an answer and a meeting take out of the sequence. */
export function ExitFields({ draft, onChange }: ExitFieldsProps) {
  const options = (['contact', 'company', 'off'] as const).map((value) => ({
    value,
    label: t(`sequenceForm.exits.${value}`),
  }));
  return (
    <>
      <SelectField
        label={t('sequenceForm.exits.reply')}
        hint={t('sequenceForm.exits.replyHint')}
        value={draft.replyExit}
        options={options}
        onSelect={(replyExit) => onChange({ replyExit })}
      />
      <SelectField
        label={t('sequenceForm.exits.meeting')}
        hint={t('sequenceForm.exits.meetingHint')}
        value={draft.meetingExit}
        options={options}
        onSelect={(meetingExit) => onChange({ meetingExit })}
      />
    </>
  );
}
