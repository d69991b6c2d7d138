import { CheckField } from '@/components/ui/check-field';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import type { Priority } from '@/lib/domain/sequence/step';
import { t } from '@/lib/i18n/t';
import { EmailText } from './email-text';
import { problemAt } from './problem-sentence';
import { placeOf } from './sequence-draft';
import type { StepCardProps } from './step-card';
import { TemplateField } from './template-field';

const PRIORITIES: readonly Priority[] = ['none', 'low', 'medium', 'high'];
/** Minutes before a task is due; empty: never. */
const REMINDERS = ['', '0', '15', '60', '1440'] as const;

/** What a step asks the rep to do, by when, and whether the sequence waits for it. */
export function TaskFields(props: StepCardProps) {
  const { step, problems, onChange } = props;
  const { key, kind } = step;
  return (
    <>
      {kind === 'manualEmail' && <p class="so-quiet">{t('sequenceForm.task.manualHint')}</p>}
      <TemplateField
        label={t('sequenceForm.task.what')}
        place={placeOf(key, 'title')}
        value={step.title}
        rows={1}
        maxLength={200}
        problems={problems}
        onInput={(title) => onChange({ title })}
      />
      {kind === 'manualEmail' && (
        <EmailText
          text={step}
          placeOf={(field) => placeOf(key, field)}
          problems={problems}
          rows={8}
          onChange={onChange}
        />
      )}
      <TemplateField
        label={t('sequenceForm.task.note')}
        place={placeOf(key, 'note')}
        value={step.note}
        rows={3}
        maxLength={5_000}
        problems={problems}
        onInput={(note) => onChange({ note })}
      />
      <When {...props} />
      <CheckField
        label={t('sequenceForm.task.hold')}
        hint={t('sequenceForm.task.holdHint')}
        checked={step.hold}
        onChange={(hold) => onChange({ hold })}
      />
    </>
  );
}

function When({ step, problems, onChange }: StepCardProps) {
  return (
    <div class="so-pair so-task-when">
      <div data-place={placeOf(step.key, 'dueInDays')}>
        <TextField
          label={t('sequenceForm.task.due')}
          type="number"
          min={0}
          max={90}
          value={step.dueInDays}
          error={problemAt(problems, placeOf(step.key, 'dueInDays'))}
          onInput={(dueInDays) => onChange({ dueInDays })}
        />
      </div>
      <SelectField
        label={t('sequenceForm.task.remind')}
        value={step.remind}
        options={remindersFor(step.remind)}
        onSelect={(remind) => onChange({ remind })}
      />
      <SelectField
        label={t('sequenceForm.task.priority')}
        value={step.priority}
        options={PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`) }))}
        onSelect={(priority) => onChange({ priority })}
      />
    </div>
  );
}

/** Another number may have been stored; it is not lost by opening the form. */
function remindersFor(stored: string) {
  const all: readonly string[] = REMINDERS;
  const values = all.includes(stored) ? all : [...all, stored];
  return values.map((value) => ({ value, label: reminderText(value) }));
}

function reminderText(minutes: string): string {
  switch (minutes) {
    case '':
      return t('sequenceForm.task.remindNever');
    case '0':
      return t('sequenceForm.task.remindDue');
    case '15':
      return t('sequenceForm.task.remindQuarter');
    case '60':
      return t('sequenceForm.task.remindHour');
    case '1440':
      return t('sequenceForm.task.remindDay');
    default:
      return t('sequenceForm.task.remindMinutes', [minutes]);
  }
}
