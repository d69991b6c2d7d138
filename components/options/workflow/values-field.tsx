import { ChipsField } from '@/components/ui/chips-field';
import { t } from '@/lib/i18n/t';
import { errorAt } from './mark';
import { TickList } from './tick-list';
import type { TypedOperation } from './typed-filter';
import type { PartProps } from './workflow-editing';

/** Several values: ticked where all are known, typed where they are not. */
export function ValuesField(props: PartProps<TypedOperation> & { readonly property: string }) {
  const { value: typed, onChange, place, editing, property } = props;
  const at = `${place}.values`;
  const { options = [] } = editing.choices.properties.find(({ name }) => name === property) ?? {};
  const isListed = options.length > 0 && typed.operationType === 'ENUMERATION';
  const shared = {
    label: t('workflow.filter.values'),
    error: errorAt(editing.marks, at),
    values: typed.values,
    onChange: (values: readonly string[]) => onChange({ ...typed, values }),
  };
  return (
    <div data-place={at} class="so-filter-values">
      {isListed ? (
        <TickList {...shared} options={[...new Set([...options, ...typed.values])]} />
      ) : (
        // A comma may be part of a value: "Acme, Inc."
        <ChipsField {...shared} separator={/[;\n\r]+/} hint={t('workflow.filter.valuesHint')} />
      )}
    </div>
  );
}
