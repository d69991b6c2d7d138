import { useRef } from 'preact/hooks';
import { useNextFocus } from '@/components/ui/use-next-focus';
import { t } from '@/lib/i18n/t';
import { ActionCard } from './action-card';
import { actionName } from './action-name';
import { AddAction } from './add-action';
import { blankAction } from './blank-action';
import { insertedAt, movedAt, removedAt, replacedAt } from './edit-list';
import { focusWithin } from './focus-within';
import { MarksList } from './marks-list';
import type { ActionListProps } from './workflow-editing';

const MOST_ACTIONS = 100;

/** Actions in the order in which they run, with a `+` wherever one can be put. */
export function ActionList(props: ActionListProps) {
  const { value: actions, onChange, place, editing, empty } = props;
  const area = useRef<HTMLDivElement>(null);
  const status = useRef<HTMLParagraphElement>(null);
  const focusNext = useNextFocus();
  const say = (text: string) => {
    if (status.current) status.current.textContent = text;
  };
  const add = (index: number) => (
    <AddAction
      label={
        index === 0
          ? t('workflow.actions.addFirst')
          : t('workflow.actions.addAfter', [String(index)])
      }
      text={index === actions.length ? t('workflow.actions.add') : undefined}
      disabledReason={actions.length >= MOST_ACTIONS ? t('workflow.actions.most') : undefined}
      onAdd={(kind) => {
        const action = blankAction(kind, editing.newKey);
        focusNext(() => focusWithin(area.current, action.id));
        onChange(insertedAt(actions, index, action));
      }}
    />
  );
  return (
    <div class="so-actions" ref={area} data-place={place}>
      {actions.length === 0 && <p class="so-quiet">{empty}</p>}
      <MarksList marks={editing.marks.filter((mark) => mark.place === place)} />
      {add(0)}
      {actions.length > 0 && (
        <ol class="so-action-list">
          {actions.map((action, index) => (
            <li key={action.id} data-key={action.id}>
              <ActionCard
                value={action}
                place={`${place}.${index}`}
                editing={editing}
                index={index}
                count={actions.length}
                drawActions={(within) => <ActionList {...within} />}
                onChange={(changed) => onChange(replacedAt(actions, index, changed))}
                onMove={(by) => {
                  const button = document.activeElement;
                  // Moving a card in the document takes the focus away from the button within it.
                  focusNext(() => button instanceof HTMLElement && button.focus());
                  onChange(movedAt(actions, index, by));
                  const moved = [String(index + by + 1), String(actions.length)] as const;
                  say(t('workflow.actions.moved', [...moved]));
                }}
                onRemove={() => {
                  focusNext(() => focusAdd(area.current, index));
                  onChange(removedAt(actions, index));
                  say(t('workflow.actions.removed', [actionName(action.kind)]));
                }}
              />
              {add(index + 1)}
            </li>
          ))}
        </ol>
      )}
      <p class="so-hidden" role="status" ref={status} />
    </div>
  );
}

/** The `+` where the action was. */
function focusAdd(area: HTMLElement | null, index: number): void {
  const own = [...(area?.children ?? [])];
  const items = [...(own.find((child) => child.tagName === 'OL')?.children ?? [])];
  const before = index === 0 ? area : items[index - 1];
  const add = [...(before?.children ?? [])].find((child) =>
    child.classList.contains('so-add-action'),
  );
  add?.querySelector('button')?.focus();
}
