import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { t } from '@/lib/i18n/t';
import { DateField } from './date-field';
import { errorAt } from './mark';
import type { TypedOperation } from './typed-filter';
import { ValuesField } from './values-field';
import type { PartProps } from './workflow-editing';

const UNITS = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'] as const;

interface ValueFieldsProps extends PartProps<TypedOperation> {
  readonly property: string;
}

/** What a value is compared with: as many fields as the operation asks for. */
export function ValueFields(props: ValueFieldsProps) {
  const { value: typed } = props;
  switch (typed.operationType) {
    case 'ALL_PROPERTY':
      return null;
    case 'STRING':
      return <Text {...props} field="value" at="value" label={t('workflow.filter.value')} />;
    case 'NUMBER':
      return <Text {...props} field="value" at="value" label={t('workflow.filter.number')} />;
    case 'MULTISTRING':
    case 'ENUMERATION':
      return <ValuesField {...props} />;
    case 'NUMBER_RANGED':
      return (
        <>
          <Text {...props} field="lower" at="lowerBound" label={t('workflow.filter.lower')} />
          <Text {...props} field="upper" at="upperBound" label={t('workflow.filter.upper')} />
        </>
      );
    case 'BOOL':
      return <YesOrNo {...props} />;
    case 'DATE':
      return <Day {...props} field="value" at="date" label={t('workflow.filter.date')} />;
    case 'DATETIME':
      return <Day {...props} field="value" at="timestamp" label={t('workflow.filter.moment')} />;
    case 'RANGED_DATE':
      return (
        <>
          <Day {...props} field="lower" at="lowerBound" label={t('workflow.filter.from')} />
          <Day {...props} field="upper" at="upperBound" label={t('workflow.filter.to')} />
        </>
      );
    case 'ROLLING_DATE_RANGE':
    case 'ROLLING_PROPERTY_UPDATED':
      return <Text {...props} field="days" at="numberOfDays" label={t('workflow.filter.days')} />;
    case 'CALENDAR_DATE':
      return <Calendar {...props} />;
  }
}

interface OneFieldProps extends ValueFieldsProps {
  readonly field: 'value' | 'lower' | 'upper' | 'days' | 'timeUnitCount';
  /** As the stored operation calls it. */
  readonly at: string;
  readonly label: string;
}

function Text({ value: typed, onChange, place, editing, field, at, label }: OneFieldProps) {
  const isText = typed.operationType === 'STRING';
  return (
    <div data-place={`${place}.${at}`}>
      <TextField
        label={label}
        value={typed[field]}
        type={isText ? 'text' : 'number'}
        maxLength={1_000}
        error={errorAt(editing.marks, `${place}.${at}`)}
        onInput={(text) => onChange({ ...typed, [field]: text })}
      />
    </div>
  );
}

function Day({ value: typed, onChange, place, editing, field, at, label }: OneFieldProps) {
  return (
    <div data-place={`${place}.${at}`}>
      <DateField
        label={label}
        type={typed.operationType === 'DATE' ? 'date' : 'datetime-local'}
        value={typed[field]}
        error={errorAt(editing.marks, `${place}.${at}`)}
        onInput={(text) => onChange({ ...typed, [field]: text })}
      />
    </div>
  );
}

function YesOrNo({ value: typed, onChange, place }: ValueFieldsProps) {
  return (
    <div data-place={`${place}.value`}>
      <SelectField
        label={t('workflow.filter.value')}
        value={typed.value === 'false' ? 'false' : 'true'}
        options={[
          { value: 'true', label: t('workflow.filter.yes') },
          { value: 'false', label: t('workflow.filter.no') },
        ]}
        onSelect={(value) => onChange({ ...typed, value })}
      />
    </div>
  );
}

function Calendar(props: ValueFieldsProps) {
  const { value: typed, onChange, place } = props;
  const counts = typed.operator === 'IN_NEXT_TIME_UNIT' || typed.operator === 'IN_LAST_TIME_UNIT';
  return (
    <>
      {counts && (
        <Text
          {...props}
          field="timeUnitCount"
          at="timeUnitCount"
          label={t('workflow.filter.count')}
        />
      )}
      <div data-place={`${place}.timeUnit`}>
        <SelectField
          label={t('workflow.filter.unit')}
          value={typed.timeUnit}
          options={UNITS.map((value) => ({ value, label: t(`workflow.unit.${value}`) }))}
          onSelect={(timeUnit) => onChange({ ...typed, timeUnit })}
        />
      </div>
    </>
  );
}
