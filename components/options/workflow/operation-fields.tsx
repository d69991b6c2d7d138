import { CheckField } from '@/components/ui/check-field';
import { SelectField } from '@/components/ui/select-field';
import type { PropertyType } from '@/lib/domain/workflow/property-definition';
import { sentence, t } from '@/lib/i18n/t';
import type { TypedOperation } from './typed-filter';
import { ValueFields } from './value-fields';
import type { OperatorChoice } from './workflow-choices';
import type { PartProps } from './workflow-editing';

export interface OperationFieldsProps extends PartProps<TypedOperation> {
  readonly property: string;
  /** Asks whether somebody without a value counts, too; not where that makes no sense. */
  readonly asksForUnknown: boolean;
}

const keyOf = ({ operationType, operator }: OperatorChoice) => `${operationType}.${operator}`;

/** How a property's value is compared, and with what. */
export function OperationFields(props: OperationFieldsProps) {
  const { value, onChange, property, place, editing } = props;
  const choices = offered(editing.choices.operatorsFor(property), value);
  return (
    <>
      <div data-place={`${place}.operator`}>
        <SelectField
          label={t('workflow.filter.operator')}
          value={keyOf(value)}
          options={labeled(choices)}
          onSelect={(key) => {
            const chosen = choices.find((choice) => keyOf(choice) === key);
            if (chosen) onChange({ ...value, ...chosen });
          }}
        />
      </div>
      <ValueFields
        value={value}
        onChange={onChange}
        place={place}
        editing={editing}
        property={property}
      />
      {props.asksForUnknown && value.operationType !== 'ALL_PROPERTY' && (
        <div class="so-filter-unknown">
          <CheckField
            label={t('workflow.filter.includeUnknown')}
            checked={value.includeObjectsWithNoValueSet}
            onChange={(includeObjectsWithNoValueSet) =>
              onChange({ ...value, includeObjectsWithNoValueSet })
            }
          />
        </div>
      )}
    </>
  );
}

/** Texts, numbers and dates may be compared in the same words: then it says which of them is meant. */
function labeled(choices: readonly OperatorChoice[]) {
  const words = choices.map((choice) => sentence(`operator.${keyOf(choice)}`));
  return choices.map((choice, index) => {
    const label = words[index] ?? '';
    const isAlone = words.filter((other) => other === label).length === 1;
    const kind = sentence(`finding.type.${KINDS[choice.operationType]}`);
    return { value: keyOf(choice), label: isAlone ? label : `${label} (${kind})` };
  });
}

const KINDS: Readonly<Record<OperatorChoice['operationType'], PropertyType>> = {
  ALL_PROPERTY: 'string',
  STRING: 'string',
  MULTISTRING: 'string',
  NUMBER: 'number',
  NUMBER_RANGED: 'number',
  BOOL: 'bool',
  ENUMERATION: 'enumeration',
  DATE: 'date',
  DATETIME: 'datetime',
  RANGED_DATE: 'datetime',
  ROLLING_DATE_RANGE: 'date',
  ROLLING_PROPERTY_UPDATED: 'datetime',
  CALENDAR_DATE: 'date',
};

/** What fits, and what is chosen even where it does not: lint says so, and nothing changes unseen. */
function offered(
  fitting: readonly OperatorChoice[],
  { operationType, operator }: TypedOperation,
): readonly OperatorChoice[] {
  const chosen = { operationType, operator };
  return fitting.some((choice) => keyOf(choice) === keyOf(chosen)) ? fitting : [chosen, ...fitting];
}
