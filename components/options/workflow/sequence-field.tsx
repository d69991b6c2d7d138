import { Combobox } from '@/components/ui/combobox';
import { t } from '@/lib/i18n/t';
import { errorAt } from './mark';
import type { PartProps } from './workflow-editing';

/** The sequence of an action, found by its name. */
export function SequenceField({ value, onChange, place, editing }: PartProps<string>) {
  const { sequences } = editing.choices;
  const isKnown = value === '' || sequences.some(({ id }) => id === value);
  const gone = { value, label: t('workflow.enroll.noSequence') };
  const options = sequences
    .filter(({ id, archived }) => !archived || id === value)
    .map(({ id, name, archived }) => ({
      value: id,
      label: name,
      detail: archived ? t('workflow.enroll.archived') : undefined,
    }));
  return (
    <div data-place={place}>
      <Combobox
        label={t('workflow.enroll.sequence')}
        value={value === '' ? undefined : value}
        options={isKnown ? options : [gone, ...options]}
        placeholder={t('workflow.enroll.choose')}
        nothingFound={
          sequences.length === 0
            ? t('workflow.enroll.noSequences')
            : t('workflow.enroll.noSequence')
        }
        error={errorAt(editing.marks, place)}
        onSelect={onChange}
      />
    </div>
  );
}
