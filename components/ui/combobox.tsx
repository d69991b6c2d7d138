import { useEffect, useId, useState } from 'preact/hooks';
import { comboboxKey } from './combobox-key';
import { Field } from './field';
import { Icon } from './icon';
import { Listbox } from './listbox';
import { matchesQuery } from './matches-query';

export interface ComboboxOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** Said behind the label, for example how many steps. */
  readonly detail?: string | undefined;
  /** Found by these words as well. */
  readonly keywords?: string | undefined;
}

export interface ComboboxProps<Value extends string> {
  readonly label: string;
  readonly value: Value | undefined;
  /** In the order they are offered. */
  readonly options: readonly ComboboxOption<Value>[];
  readonly onSelect: (value: Value) => void;
  readonly placeholder: string;
  /** Said when nothing fits what was typed. */
  readonly nothingFound: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Told what is typed, where the options come from a search. */
  readonly onQuery?: (query: string) => void;
}

/** A searchable list: type to narrow it, arrows to move, Enter to take, Escape to leave. */
export function Combobox<Value extends string>(props: ComboboxProps<Value>) {
  const { label, value, options, onSelect, placeholder, nothingFound } = props;
  const listId = useId();
  const [query, setQuery] = useState<string>();
  const [active, setActive] = useState(0);
  const isOpen = query !== undefined;
  const chosen = options.find((option) => option.value === value);
  const shown = isOpen ? options.filter((option) => matchesQuery(wordsOf(option), query)) : [];

  // A push can take the active option away while the list is open.
  useEffect(
    () => setActive((index) => Math.max(0, Math.min(index, shown.length - 1))),
    [shown.length],
  );

  const open = () => {
    setQuery('');
    setActive(
      Math.max(
        0,
        options.findIndex((option) => option.value === value),
      ),
    );
  };
  const close = () => setQuery(undefined);
  const take = (index: number) => {
    const option = shown[index];
    if (option) onSelect(option.value);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const action = comboboxKey(event, { isOpen, active, count: shown.length });
    if (action.kind === 'ignore') return;
    if (action.kind === 'leave') return close();
    event.preventDefault();
    event.stopPropagation();
    if (action.kind === 'open') open();
    if (action.kind === 'close') close();
    if (action.kind === 'move') setActive(action.to);
    if (action.kind === 'take') take(active);
  };

  return (
    <Field label={label} hint={props.hint} error={props.error}>
      {(ids) => (
        <div class="so-combobox">
          <div class="so-combobox-box">
            <input
              {...ids}
              class="so-input"
              role="combobox"
              dir="auto"
              autocomplete="off"
              spellcheck={false}
              aria-expanded={isOpen}
              aria-controls={listId}
              aria-autocomplete="list"
              aria-activedescendant={isOpen && shown.length > 0 ? `${listId}-${active}` : undefined}
              value={isOpen ? query : (chosen?.label ?? '')}
              placeholder={isOpen ? (chosen?.label ?? placeholder) : placeholder}
              title={chosen?.label}
              onClick={() => !isOpen && open()}
              onInput={(event) => {
                setQuery(event.currentTarget.value);
                props.onQuery?.(event.currentTarget.value);
                setActive(0);
              }}
              onKeyDown={onKeyDown}
              onBlur={close}
            />
            <Icon name={isOpen ? 'search' : 'chevron'} />
          </div>
          {isOpen && (
            <Listbox
              id={listId}
              label={label}
              options={shown}
              value={value}
              active={active}
              onActive={setActive}
              onTake={take}
              nothingFound={nothingFound}
            />
          )}
        </div>
      )}
    </Field>
  );
}

const wordsOf = ({ label, keywords = '' }: ComboboxOption<string>) => `${label} ${keywords}`;
