import { useMemo, useRef } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { useNextFocus } from '@/components/ui/use-next-focus';
import { t } from '@/lib/i18n/t';
import { blankFilter } from './blank-filter';
import { insertedAt, removedAt, replacedAt } from './edit-list';
import { type FilterEdits, FilterRow } from './filter-row';
import { focusWithin } from './focus-within';
import { marksWithin } from './mark';
import { MarksList } from './marks-list';
import type { TypedFilter, TypedGroup } from './typed-filter';
import type { PartProps } from './workflow-editing';

export interface FilterGroupProps extends PartProps<TypedGroup> {
  /** Counted from 1, for its name. */
  readonly number: number;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
}

/** Filters that have to hold together. */
export function FilterGroup(props: FilterGroupProps) {
  const { value: group, onChange, place, editing, number } = props;
  const { filters } = group;
  const list = useRef<HTMLUListElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const focusNext = useNextFocus();
  const name = t('workflow.filter.group', [String(number)]);
  const put = (index: number, filter: TypedFilter) => {
    focusNext(() => focusWithin(list.current, filter.key));
    onChange({ ...group, filters: insertedAt(filters, index, filter) });
  };
  const edits = useSameEdits({
    change: (index, changed) =>
      onChange({ ...group, filters: replacedAt(filters, index, changed) }),
    duplicate: (index) => {
      const filter = filters[index];
      if (filter) put(index + 1, { ...filter, key: editing.newKey() });
    },
    remove: (index) => {
      focusNext(() => add.current?.focus());
      onChange({ ...group, filters: removedAt(filters, index) });
    },
  });
  return (
    <fieldset class="so-filter-group" data-place={place}>
      <legend>{name}</legend>
      {filters.length === 0 && <p class="so-quiet">{t('workflow.filter.emptyGroup')}</p>}
      <ul ref={list}>
        {filters.map((filter, index) => (
          <FilterRow
            key={filter.key}
            value={filter}
            place={`${place}.filters.${index}`}
            editing={editing}
            index={index}
            edits={edits}
          />
        ))}
      </ul>
      <MarksList marks={marksWithin(editing.marks, place)} />
      <div class="so-filter-group-foot">
        <Button
          size="s"
          variant="ghost"
          icon="plus"
          label={t('workflow.filter.addTo', [String(number)])}
          buttonRef={add}
          onClick={() => put(filters.length, blankFilter(editing.newKey))}
        >
          {t('workflow.filter.add')}
        </Button>
        <Button
          size="s"
          variant="ghost"
          label={t('workflow.filter.duplicateGroupNumber', [String(number)])}
          onClick={props.onDuplicate}
        >
          {t('workflow.filter.duplicateGroup')}
        </Button>
        <Button
          size="s"
          variant="ghost"
          label={t('workflow.filter.removeGroupNumber', [String(number)])}
          onClick={props.onRemove}
        >
          {t('workflow.filter.removeGroup')}
        </Button>
      </div>
    </fieldset>
  );
}

/** One object for as long as the group is drawn, which does what was meant the last time. */
function useSameEdits(edits: FilterEdits): FilterEdits {
  const latest = useRef(edits);
  latest.current = edits;
  return useMemo(
    () => ({
      change: (index, filter) => latest.current.change(index, filter),
      duplicate: (index) => latest.current.duplicate(index),
      remove: (index) => latest.current.remove(index),
    }),
    [],
  );
}
