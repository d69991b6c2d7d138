import { useRef } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { useNextFocus } from '@/components/ui/use-next-focus';
import { t } from '@/lib/i18n/t';
import { blankBranch } from './blank-action';
import { removedAt, replacedAt } from './edit-list';
import { FilterGroups } from './filter-groups';
import { focusWithin } from './focus-within';
import { errorAt } from './mark';
import type { TypedBranch, TypedBranchAction } from './typed-action';
import type { DrawActions, PartProps } from './workflow-editing';

const MOST_BRANCHES = 20;

export interface BranchFieldsProps extends PartProps<TypedBranchAction> {
  readonly drawActions: DrawActions;
}

/** Ways that a contact may go: the first that fits, else the last. */
export function BranchFields(props: BranchFieldsProps) {
  const { value: action, onChange, place, editing, drawActions } = props;
  const { branches, otherwise } = action;
  const area = useRef<HTMLDivElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const focusNext = useNextFocus();
  return (
    <div class="so-branches" ref={area}>
      {branches.map((branch, index) => (
        <BranchField
          key={branch.key}
          value={branch}
          place={`${place}.branches.${index}`}
          editing={editing}
          number={index + 1}
          drawActions={drawActions}
          onChange={(changed) =>
            onChange({ ...action, branches: replacedAt(branches, index, changed) })
          }
          onRemove={
            branches.length === 1
              ? undefined
              : () => {
                  focusNext(() => add.current?.focus());
                  onChange({ ...action, branches: removedAt(branches, index) });
                }
          }
        />
      ))}
      <Button
        size="s"
        icon="plus"
        buttonRef={add}
        disabledReason={branches.length >= MOST_BRANCHES ? t('workflow.branch.most') : undefined}
        onClick={() => {
          const branch = blankBranch(editing.newKey);
          focusNext(() => focusWithin(area.current, branch.key));
          onChange({ ...action, branches: [...branches, branch] });
        }}
      >
        {t('workflow.branch.add')}
      </Button>
      <fieldset class="so-branch" data-place={`${place}.otherwise`}>
        <legend>{t('workflow.branch.otherwise')}</legend>
        {drawActions({
          value: otherwise,
          place: `${place}.otherwise`,
          editing,
          empty: t('workflow.branch.nothing'),
          onChange: (changed) => onChange({ ...action, otherwise: changed }),
        })}
      </fieldset>
      <p class="so-quiet">{t('workflow.branch.after')}</p>
    </div>
  );
}

interface BranchFieldProps extends PartProps<TypedBranch> {
  /** Counted from 1. */
  readonly number: number;
  readonly drawActions: DrawActions;
  /** None for the only one. */
  readonly onRemove: (() => void) | undefined;
}

function BranchField(props: BranchFieldProps) {
  const { value: branch, onChange, place, editing, number, onRemove, drawActions } = props;
  return (
    <fieldset class="so-branch" data-place={place} data-key={branch.key}>
      <legend>{t('workflow.branch.if', [String(number)])}</legend>
      {onRemove && (
        <div class="so-branch-remove">
          <Button
            size="s"
            variant="ghost"
            icon="close"
            label={t('workflow.branch.remove', [String(number)])}
            onClick={onRemove}
          />
        </div>
      )}
      <div data-place={`${place}.name`}>
        <TextField
          label={t('workflow.branch.name')}
          value={branch.name}
          maxLength={100}
          error={errorAt(editing.marks, `${place}.name`)}
          onInput={(name) => onChange({ ...branch, name })}
        />
      </div>
      <FilterGroups
        value={branch.groups}
        place={`${place}.groups`}
        editing={editing}
        empty={t('workflow.branch.empty')}
        onChange={(groups) => onChange({ ...branch, groups })}
      />
      <h5>{t('workflow.branch.then')}</h5>
      {drawActions({
        value: branch.actions,
        place: `${place}.actions`,
        editing,
        empty: t('workflow.branch.nothing'),
        onChange: (actions) => onChange({ ...branch, actions }),
      })}
    </fieldset>
  );
}
