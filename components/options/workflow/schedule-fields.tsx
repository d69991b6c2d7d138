import { CheckField } from '@/components/ui/check-field';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { t } from '@/lib/i18n/t';
import { weekdayName } from '@/lib/i18n/weekday-name';
import { DateField } from './date-field';
import { errorAt } from './mark';
import { PropertyField } from './property-field';
import { TickList } from './tick-list';
import type { TypedSchedule } from './typed-workflow';
import type { PartProps } from './workflow-editing';

const TYPES = [
  'DAILY',
  'WEEKLY',
  'MONTHLY_SPECIFIC_DAYS',
  'MONTHLY_RELATIVE_DAYS',
  'PROPERTY_BASED',
] as const;
const RELATIVE_DAYS = ['FIRST_MONDAY_OF_MONTH', 'LAST_DAY_OF_MONTH'] as const;
const WEEK = [1, 2, 3, 4, 5, 6, 7];
const MONTH = Array.from({ length: 31 }, (_, index) => index + 1);

/** When it starts by itself. */
export function ScheduleFields(props: PartProps<TypedSchedule>) {
  const { value: schedule, onChange, place, editing } = props;
  return (
    <>
      <div class="so-pair">
        <div data-place={`${place}.type`}>
          <SelectField
            label={t('workflow.schedule.type')}
            value={schedule.type}
            options={TYPES.map((value) => ({ value, label: t(`workflow.schedule.${value}`) }))}
            onSelect={(type) => onChange({ ...schedule, type })}
          />
        </div>
        <div data-place={`${place}.minute`}>
          <DateField
            label={t('workflow.schedule.time')}
            type="time"
            hint={t('workflow.schedule.timeHint')}
            value={schedule.time}
            error={errorAt(editing.marks, `${place}.minute`)}
            onInput={(time) => onChange({ ...schedule, time })}
          />
        </div>
      </div>
      <Days {...props} />
    </>
  );
}

function Days(props: PartProps<TypedSchedule>) {
  const { value: schedule, onChange, place, editing } = props;
  switch (schedule.type) {
    case 'DAILY':
      return null;
    case 'WEEKLY':
      return (
        <div data-place={`${place}.daysOfWeek`}>
          <TickList
            label={t('workflow.schedule.daysOfWeek')}
            options={WEEK}
            nameOf={weekdayName}
            values={schedule.daysOfWeek}
            error={errorAt(editing.marks, `${place}.daysOfWeek`)}
            onChange={(daysOfWeek) => onChange({ ...schedule, daysOfWeek })}
          />
        </div>
      );
    case 'MONTHLY_SPECIFIC_DAYS':
      return (
        <div data-place={`${place}.daysOfMonth`}>
          <TickList
            label={t('workflow.schedule.daysOfMonth')}
            options={MONTH}
            values={schedule.daysOfMonth}
            error={errorAt(editing.marks, `${place}.daysOfMonth`)}
            onChange={(daysOfMonth) => onChange({ ...schedule, daysOfMonth })}
          />
          <p class="so-field-hint">{t('workflow.schedule.monthHint')}</p>
        </div>
      );
    case 'MONTHLY_RELATIVE_DAYS':
      return (
        <div data-place={`${place}.day`}>
          <SelectField
            label={t('workflow.schedule.day')}
            value={schedule.relativeDay}
            options={RELATIVE_DAYS.map((value) => ({
              value,
              label: t(`workflow.schedule.${value}`),
            }))}
            onSelect={(relativeDay) => onChange({ ...schedule, relativeDay })}
          />
        </div>
      );
    case 'PROPERTY_BASED':
      return <OnADate {...props} />;
  }
}

function OnADate({ value: schedule, onChange, place, editing }: PartProps<TypedSchedule>) {
  return (
    <>
      <PropertyField
        label={t('workflow.schedule.dateProperty')}
        value={schedule.dateProperty}
        place={`${place}.dateProperty`}
        editing={editing}
        fits={({ type, guessed }) => type === 'date' || type === 'datetime' || guessed}
        onChange={(dateProperty) => onChange({ ...schedule, dateProperty })}
      />
      <div class="so-pair">
        <div data-place={`${place}.daysDelta`}>
          <TextField
            label={t('workflow.schedule.days')}
            hint={t('workflow.schedule.daysHint')}
            type="number"
            min={0}
            max={3_650}
            value={schedule.days}
            error={errorAt(editing.marks, `${place}.daysDelta`)}
            onInput={(days) => onChange({ ...schedule, days })}
          />
        </div>
        <SelectField
          label={t('workflow.schedule.side')}
          value={schedule.side}
          options={(['before', 'after'] as const).map((value) => ({
            value,
            label: t(`workflow.schedule.${value}`),
          }))}
          onSelect={(side) => onChange({ ...schedule, side })}
        />
      </div>
      <CheckField
        label={t('workflow.schedule.yearly')}
        hint={t('workflow.schedule.yearlyHint')}
        checked={schedule.yearly}
        onChange={(yearly) => onChange({ ...schedule, yearly })}
      />
    </>
  );
}
