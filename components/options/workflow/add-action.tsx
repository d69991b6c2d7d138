import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { comboboxKey } from '@/components/ui/combobox-key';
import { Listbox } from '@/components/ui/listbox';
import { matchesQuery } from '@/components/ui/matches-query';
import { t } from '@/lib/i18n/t';
import { actionName } from './action-name';
import { ACTION_KINDS } from './blank-action';
import type { ActionKind } from './typed-action';

export interface AddActionProps {
  /** Where it would be put, for whoever does not see it. */
  readonly label: string;
  /** Shown beside the sign where there is nothing else. */
  readonly text?: string | undefined;
  /** Why nothing more can be put there. */
  readonly disabledReason?: string | undefined;
  readonly onAdd: (kind: ActionKind) => void;
}

/** The `+` between two actions. Opens a list of all there are, narrowed by what is typed. */
export function AddAction({ label, text, disabledReason, onAdd }: AddActionProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <div class="so-add-action" data-open={open || undefined}>
      <Button
        size="s"
        variant={text === undefined ? 'ghost' : 'secondary'}
        icon="plus"
        label={label}
        expanded={open}
        hasPopup="listbox"
        buttonRef={button}
        disabledReason={disabledReason}
        onClick={() => setOpen(!open)}
      >
        {text}
      </Button>
      {open && (
        <ActionPanel
          label={label}
          onPick={(kind) => {
            setOpen(false);
            onAdd(kind);
          }}
          onLeave={(takesFocus) => {
            setOpen(false);
            if (takesFocus) button.current?.focus();
          }}
          stays={(to) => to === button.current}
        />
      )}
    </div>
  );
}

interface ActionPanelProps {
  readonly label: string;
  readonly onPick: (kind: ActionKind) => void;
  readonly onLeave: (takesFocus: boolean) => void;
  /** Its button closes the panel itself. */
  readonly stays: (to: EventTarget | null) => boolean;
}

function ActionPanel({ label, onPick, onLeave, stays }: ActionPanelProps) {
  const listId = useId();
  const panel = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  useLayoutEffect(() => {
    input.current?.focus();
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const options = ACTION_KINDS.map((value) => ({
    value,
    label: actionName(value),
    detail: t(`workflow.actions.${value}Hint`),
  })).filter((option) => matchesQuery(`${option.label} ${option.detail}`, query));
  const take = (index: number) => {
    const option = options[index];
    if (option) onPick(option.value);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const action = comboboxKey(event, { isOpen: true, active, count: options.length });
    if (action.kind === 'ignore' || action.kind === 'leave') return;
    event.preventDefault();
    event.stopPropagation();
    if (action.kind === 'close') onLeave(true);
    if (action.kind === 'move') setActive(action.to);
    if (action.kind === 'take') take(active);
  };
  return (
    <div class="so-add-panel" ref={panel}>
      <input
        ref={input}
        class="so-input"
        role="combobox"
        aria-label={t('workflow.actions.search')}
        placeholder={t('workflow.actions.search')}
        autocomplete="off"
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={options.length > 0 ? `${listId}-${active}` : undefined}
        value={query}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={({ relatedTarget }) => !stays(relatedTarget) && onLeave(false)}
      />
      <Listbox
        id={listId}
        label={label}
        options={options}
        value={undefined}
        active={active}
        onActive={setActive}
        onTake={take}
        nothingFound={t('workflow.actions.nothingFound')}
      />
    </div>
  );
}
