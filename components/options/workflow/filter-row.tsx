import { Button } from '@/components/ui/button';
import { unlessSame } from '@/components/ui/unless-same';
import { t } from '@/lib/i18n/t';
import { CopyIcon } from './copy-icon';
import { marksWithin } from './mark';
import { MarksList } from './marks-list';
import { OperationFields } from './operation-fields';
import { PropertyField } from './property-field';
import type { TypedFilter } from './typed-filter';
import type { PartProps } from './workflow-editing';

/** What can be done with the filters of a group; stays the same as long as the group is drawn. */
export interface FilterEdits {
  readonly change: (index: number, filter: TypedFilter) => void;
  readonly duplicate: (index: number) => void;
  readonly remove: (index: number) => void;
}

export interface FilterRowProps extends Omit<PartProps<TypedFilter>, 'onChange'> {
  /** Counted from 0. */
  readonly index: number;
  readonly edits: FilterEdits;
}

/** What a filter's fields say themselves. */
const FIELDS = [
  'property',
  ...['value', 'values', 'lowerBound', 'upperBound', 'date', 'timestamp', 'numberOfDays'].map(
    (field) => `operation.${field}`,
  ),
  'operation.timeUnitCount',
];

/** One condition: a property, how it is compared, and with what. There may be 250 of them. */
export const FilterRow = unlessSame((props: FilterRowProps) => {
  const { value: filter, place, editing, index, edits } = props;
  const number = String(index + 1);
  const name = t('workflow.filter.name', [number]);
  const onChange = (changed: TypedFilter) => edits.change(index, changed);
  return (
    <li class="so-filter-row" data-place={place} data-key={filter.key} aria-label={name}>
      <div class="so-filter-fields">
        <PropertyField
          value={filter.property}
          place={`${place}.property`}
          editing={editing}
          onChange={(property) => onChange(withProperty(props, property))}
        />
        {filter.property !== '' && (
          <OperationFields
            value={filter.operation}
            property={filter.property}
            place={`${place}.operation`}
            editing={editing}
            asksForUnknown
            onChange={(operation) => onChange({ ...filter, operation })}
          />
        )}
      </div>
      <div class="so-filter-buttons">
        <Button
          size="s"
          variant="ghost"
          label={t('workflow.filter.duplicate', [number])}
          onClick={() => edits.duplicate(index)}
        >
          <CopyIcon />
        </Button>
        <Button
          size="s"
          variant="ghost"
          icon="close"
          label={t('workflow.filter.remove', [number])}
          onClick={() => edits.remove(index)}
        />
      </div>
      <MarksList marks={marksWithin(editing.marks, place, FIELDS)} />
    </li>
  );
});

/** Of another property, with the first comparison that fits it where the chosen one does not. */
function withProperty({ value, editing }: FilterRowProps, property: string): TypedFilter {
  const fitting = editing.choices.operatorsFor(property);
  const { operationType, operator } = value.operation;
  const fits =
    value.property !== '' &&
    fitting.some((each) => each.operationType === operationType && each.operator === operator);
  return {
    ...value,
    property,
    operation: { ...value.operation, ...(!fits && fitting[0]) },
  };
}
