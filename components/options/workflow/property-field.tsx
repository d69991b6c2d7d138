import { Combobox } from '@/components/ui/combobox';
import { t } from '@/lib/i18n/t';
import { errorAt } from './mark';
import type { PropertyChoice } from './workflow-choices';
import type { PartProps } from './workflow-editing';

export interface PropertyFieldProps extends PartProps<string> {
  readonly label?: string;
  /** Which properties may be chosen; all, unless it says otherwise. */
  readonly fits?: (property: PropertyChoice) => boolean;
}

/** One property of a contact, found by its name in words or as the CRM calls it. */
export function PropertyField(props: PropertyFieldProps) {
  const { value, place, editing, fits = () => true } = props;
  const known = editing.choices.properties.filter((property) => fits(property));
  const isKnown = value === '' || known.some(({ name }) => name === value);
  const all = isKnown ? known : [{ name: value, label: value }, ...known];
  return (
    <div data-place={place}>
      <Combobox
        label={props.label ?? t('workflow.property.label')}
        value={value === '' ? undefined : value}
        options={all.map(({ name, label }) => ({
          value: name,
          label,
          keywords: name,
          detail: name === label ? undefined : name,
        }))}
        placeholder={t('workflow.property.placeholder')}
        nothingFound={t('workflow.property.none')}
        error={errorAt(editing.marks, place)}
        onSelect={props.onChange}
      />
    </div>
  );
}
