import { useState } from 'preact/hooks';
import { Combobox } from '@/components/ui/combobox';
import { t } from '@/lib/i18n/t';
import { errorAt } from './mark';
import type { PropertyChoice } from './workflow-choices';
import type { PartProps } from './workflow-editing';

export interface PropertyFieldProps extends PartProps<string> {
  readonly label?: string;
  /** Which properties may be chosen; all, unless it says otherwise. */
  readonly fits?: (property: PropertyChoice) => boolean;
  /** One that nobody has yet may be named as well. */
  readonly mayBeNew?: boolean;
}

/** One property of a contact, found by its name in words or as the CRM calls it. */
export function PropertyField(props: PropertyFieldProps) {
  const { value, place, editing, fits = () => true } = props;
  const [typed, setTyped] = useState('');
  const known = editing.choices.properties.filter((property) => fits(property));
  const isKnown = value === '' || known.some(({ name }) => name === value);
  const all = isKnown ? known : [{ name: value, label: value }, ...known];
  return (
    <div data-place={place}>
      <Combobox
        label={props.label ?? t('workflow.property.label')}
        value={value === '' ? undefined : value}
        options={[
          ...all.map(({ name, label }) => ({
            value: name,
            label,
            keywords: name,
            detail: name === label ? undefined : name,
          })),
          ...(props.mayBeNew === true ? named(typed, editing.choices.properties) : []),
        ]}
        placeholder={t('workflow.property.placeholder')}
        nothingFound={t('workflow.property.none')}
        error={errorAt(editing.marks, place)}
        onQuery={setTyped}
        onSelect={props.onChange}
      />
    </div>
  );
}

const LONGEST_NAME = 64;

/** What is typed, as a property of that name, unless there is one already. */
function named(typed: string, properties: readonly PropertyChoice[]) {
  const name = typed.trim().slice(0, LONGEST_NAME);
  if (name === '' || properties.some((property) => property.name === name)) return [];
  return [{ value: name, label: t('workflow.property.useNew', [name]), keywords: typed }];
}
