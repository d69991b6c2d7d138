import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { t } from '@/lib/i18n/t';
import { errorAt } from './mark';
import { PropertyField } from './property-field';
import type { TypedCreateTask, TypedDelay, TypedSetProperty } from './typed-action';
import type { PartProps } from './workflow-editing';

/** How long a contact waits. */
export function DelayFields({ value: action, onChange, place, editing }: PartProps<TypedDelay>) {
  const minutesError = errorAt(editing.marks, `${place}.minutes`);
  const field = (name: 'days' | 'hours' | 'minutes', max: number, error?: string) => (
    <TextField
      label={t(`workflow.delay.${name}`)}
      type="number"
      min={0}
      max={max}
      value={action[name]}
      error={error}
      onInput={(text) => onChange({ ...action, [name]: text })}
    />
  );
  return (
    <>
      <div class="so-three">
        <div data-place={`${place}.days`}>
          {field('days', 365, errorAt(editing.marks, `${place}.days`))}
        </div>
        <div data-place={`${place}.minutes`}>{field('hours', 24, minutesError)}</div>
        {field('minutes', 59)}
      </div>
      <p class="so-field-hint">{t('workflow.delay.hint')}</p>
    </>
  );
}

/** What is put on the rep's list, and when it is due. */
export function TaskFields(props: PartProps<TypedCreateTask>) {
  const { value: action, onChange, place, editing } = props;
  return (
    <>
      <div data-place={`${place}.title`} class="so-field">
        <TextField
          label={t('workflow.task.title')}
          value={action.title}
          maxLength={200}
          error={errorAt(editing.marks, `${place}.title`)}
          onInput={(title) => onChange({ ...action, title })}
        />
      </div>
      <div class="so-pair">
        <SelectField
          label={t('workflow.task.kind')}
          value={action.taskKind}
          options={(['general', 'call', 'email', 'linkedIn'] as const).map((value) => ({
            value,
            label: t(`workflow.task.${value}`),
          }))}
          onSelect={(taskKind) => onChange({ ...action, taskKind })}
        />
        <div data-place={`${place}.dueInDays`}>
          <TextField
            label={t('workflow.task.dueInDays')}
            hint={t('workflow.task.dueHint')}
            type="number"
            min={0}
            max={365}
            value={action.dueInDays}
            error={errorAt(editing.marks, `${place}.dueInDays`)}
            onInput={(dueInDays) => onChange({ ...action, dueInDays })}
          />
        </div>
      </div>
    </>
  );
}

/** Which value of the contact changes. What we keep ourselves is not offered. */
export function SetPropertyFields(props: PartProps<TypedSetProperty>) {
  const { value: action, onChange, place, editing } = props;
  return (
    <div class="so-pair">
      <PropertyField
        value={action.property}
        place={`${place}.property`}
        editing={editing}
        fits={({ readOnly }) => !readOnly}
        mayBeNew
        onChange={(property) => onChange({ ...action, property })}
      />
      <div data-place={`${place}.value`}>
        <TextField
          label={t('workflow.set.value')}
          hint={t('workflow.set.valueHint')}
          value={action.value}
          maxLength={1_000}
          error={errorAt(editing.marks, `${place}.value`)}
          onInput={(value) => onChange({ ...action, value })}
        />
      </div>
    </div>
  );
}
