import { useRef } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { useNextFocus } from '@/components/ui/use-next-focus';
import { t } from '@/lib/i18n/t';
import { blankGroup, copiedGroup } from './blank-filter';
import { insertedAt, removedAt, replacedAt } from './edit-list';
import { FilterGroup } from './filter-group';
import { focusWithin } from './focus-within';
import { MarksList } from './marks-list';
import type { TypedGroup } from './typed-filter';
import type { PartProps } from './workflow-editing';

export interface FilterGroupsProps extends PartProps<readonly TypedGroup[]> {
  /** Said when there is no group: who it holds for then. */
  readonly empty: string;
}

/** OR between groups, AND within them. Without a group it holds for everybody. */
export function FilterGroups(props: FilterGroupsProps) {
  const { value: groups, onChange, place, editing, empty } = props;
  const area = useRef<HTMLDivElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const focusNext = useNextFocus();
  const put = (index: number, group: TypedGroup) => {
    focusNext(() => focusWithin(area.current, group.key));
    onChange(insertedAt(groups, index, group));
  };
  return (
    <div class="so-filter-groups" ref={area} data-place={place}>
      {groups.length === 0 && <p class="so-quiet">{empty}</p>}
      {groups.map((group, index) => (
        <div key={group.key} data-key={group.key}>
          {index > 0 && <p class="so-or">{t('workflow.filter.or')}</p>}
          <FilterGroup
            value={group}
            place={`${place}.${index}`}
            editing={editing}
            number={index + 1}
            onChange={(changed) => onChange(replacedAt(groups, index, changed))}
            onDuplicate={() => put(index + 1, copiedGroup(group, editing.newKey))}
            onRemove={() => {
              focusNext(() => add.current?.focus());
              onChange(removedAt(groups, index));
            }}
          />
        </div>
      ))}
      <MarksList marks={editing.marks.filter((mark) => mark.place === place)} />
      <Button
        size="s"
        icon="plus"
        buttonRef={add}
        onClick={() => put(groups.length, blankGroup(editing.newKey))}
      >
        {groups.length === 0 ? t('workflow.filter.addFirstGroup') : t('workflow.filter.addGroup')}
      </Button>
    </div>
  );
}
