import { useEffect, useRef } from 'preact/hooks';
import type { ComboboxOption } from './combobox';

interface ListboxProps<Value extends string> {
  readonly id: string;
  readonly label: string;
  readonly options: readonly ComboboxOption<Value>[];
  readonly value: Value | undefined;
  readonly active: number;
  readonly onActive: (index: number) => void;
  readonly onTake: (index: number) => void;
  readonly nothingFound: string;
}

/** The list of a combobox. Focus stays in the input; the active option follows the arrows. */
export function Listbox<Value extends string>(props: ListboxProps<Value>) {
  const { id, label, options, value, active, onActive, onTake, nothingFound } = props;
  const listRef = useRef<HTMLUListElement>(null);

  useEffect(() => {
    listRef.current?.children.item(active)?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  return (
    <ul
      id={id}
      ref={listRef}
      class="so-listbox"
      role="listbox"
      aria-label={label}
      // Keeps the focus in the input, so that its blur does not close the list before the click.
      onMouseDown={(event) => event.preventDefault()}
    >
      {options.map((option, index) => (
        <li
          key={option.value}
          id={`${id}-${index}`}
          class="so-option"
          role="option"
          aria-selected={option.value === value}
          data-active={index === active || undefined}
          onMouseMove={() => index !== active && onActive(index)}
          onClick={() => onTake(index)}
        >
          <bdi class="so-ellipsis" title={option.label}>
            {option.label}
          </bdi>
          {option.detail !== undefined && <span class="so-option-detail">{option.detail}</span>}
        </li>
      ))}
      {options.length === 0 && (
        <li class="so-option-empty" role="option" aria-selected={false} aria-disabled>
          {nothingFound}
        </li>
      )}
    </ul>
  );
}
