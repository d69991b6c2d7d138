import { CheckField } from '@/components/ui/check-field';
import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { t } from '@/lib/i18n/t';
import { ExitFields } from './exit-fields';
import { problemAt } from './problem-sentence';
import type { DraftProblem, SequenceDraft } from './sequence-draft';

export interface BehaviorFieldsProps {
  readonly draft: SequenceDraft;
  readonly problems: readonly DraftProblem[];
  readonly onChange: (change: Partial<SequenceDraft>) => void;
}

/** When emails may leave, and how the sequence behaves. */
export function BehaviorFields({ draft, problems, onChange }: BehaviorFieldsProps) {
  const windowError = problemAt(problems, 'window');
  return (
    <section class="so-group" aria-labelledby="so-behavior">
      <h3 id="so-behavior">{t('sequenceForm.settings')}</h3>
      <div class="so-card so-form">
        <SelectField
          label={t('sequenceForm.days.label')}
          value={draft.days}
          options={(['businessDays', 'weekdays', 'everyDay'] as const).map((days) => ({
            value: days,
            label: t(`sequenceForm.days.${days}`),
          }))}
          hint={t('sequenceForm.days.hint')}
          onSelect={(days) => onChange({ days })}
        />
        <div class="so-pair" data-place="window">
          <TimeField
            label={t('sequenceForm.start')}
            value={draft.start}
            error={windowError}
            onInput={(start) => onChange({ start })}
          />
          <TimeField
            label={t('sequenceForm.end')}
            hint={t('sequenceForm.endHint')}
            value={draft.end}
            onInput={(end) => onChange({ end })}
          />
        </div>
        <CheckField
          label={t('sequenceForm.threading')}
          hint={t('sequenceForm.threadingHint')}
          checked={draft.threading}
          onChange={(threading) => onChange({ threading })}
        />
        <CheckField
          label={t('sequenceForm.unsubscribe')}
          hint={t('sequenceForm.unsubscribeHint')}
          checked={draft.unsubscribe}
          onChange={(unsubscribe) => onChange({ unsubscribe })}
        />
        <div data-place="coolOffDays" class="so-field">
          <TextField
            label={t('sequenceForm.coolOff')}
            hint={t('sequenceForm.coolOffHint')}
            type="number"
            min={0}
            max={365}
            value={draft.coolOffDays}
            error={problemAt(problems, 'coolOffDays')}
            onInput={(coolOffDays) => onChange({ coolOffDays })}
          />
        </div>
        <SelectField
          label={t('sequenceForm.sameCompany.label')}
          value={draft.sameCompany}
          options={(['warn', 'block', 'allow'] as const).map((value) => ({
            value,
            label: t(`sequenceForm.sameCompany.${value}`),
          }))}
          onSelect={(sameCompany) => onChange({ sameCompany })}
        />
        <ExitFields draft={draft} onChange={onChange} />
      </div>
    </section>
  );
}

function TimeField(props: {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly onInput: (value: string) => void;
}) {
  return (
    <Field label={props.label} hint={props.hint} error={props.error}>
      {(ids) => (
        <input
          {...ids}
          class="so-input"
          type="time"
          value={props.value}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
