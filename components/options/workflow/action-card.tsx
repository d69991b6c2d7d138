import { CardHead } from '@/components/options/card-head';
import { t } from '@/lib/i18n/t';
import { actionName } from './action-name';
import { BranchFields } from './branch-fields';
import { EnrollFields } from './enroll-fields';
import { marksWithin } from './mark';
import { MarksList } from './marks-list';
import { DelayFields, SetPropertyFields, TaskFields } from './simple-action-fields';
import type { ActionKind, TypedAction } from './typed-action';
import type { DrawActions, PartProps } from './workflow-editing';

export interface ActionCardProps extends PartProps<TypedAction> {
  /** Counted from 0. */
  readonly index: number;
  readonly count: number;
  readonly drawActions: DrawActions;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** What an action's fields say themselves. */
const FIELDS: Readonly<Record<ActionKind, readonly string[]>> = {
  enroll: ['sequenceId', 'sender.senderId', 'sender.from', 'sender.contactOwnerProperty'],
  unenroll: [],
  delay: ['days', 'minutes'],
  createTask: ['title', 'dueInDays'],
  setProperty: ['property', 'value'],
  branch: [],
};

/** One action: what it is called, what is set, and where it stands. */
export function ActionCard(props: ActionCardProps) {
  const { value: action, place, editing, index, count } = props;
  const name = t('workflow.actions.name', [String(index + 1), actionName(action.kind)]);
  return (
    <section class="so-card so-action" aria-label={name} data-place={place} data-kind={action.kind}>
      <CardHead
        name={name}
        index={index}
        count={count}
        onMove={props.onMove}
        onRemove={props.onRemove}
      />
      <div class="so-form">
        <Fields {...props} />
      </div>
      <MarksList marks={marksWithin(editing.marks, place, FIELDS[action.kind])} />
    </section>
  );
}

function Fields({ value: action, ...rest }: ActionCardProps) {
  switch (action.kind) {
    case 'enroll':
      return <EnrollFields value={action} {...rest} />;
    case 'unenroll':
      return <p class="so-quiet">{t('workflow.actions.unenrollHint')}</p>;
    case 'delay':
      return <DelayFields value={action} {...rest} />;
    case 'createTask':
      return <TaskFields value={action} {...rest} />;
    case 'setProperty':
      return <SetPropertyFields value={action} {...rest} />;
    case 'branch':
      return <BranchFields value={action} {...rest} />;
  }
}
