import type { ComponentChildren } from 'preact';
import { Field } from './field';
import { Icon } from './icon';

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

export interface SelectFieldProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly SelectOption<Value>[];
  readonly onSelect: (value: Value) => void;
  readonly hint?: ComponentChildren;
  readonly error?: string | undefined;
}

/** A short list, as the browser draws it: best with keyboard, touch and screen readers. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { label, value, options, onSelect, hint, error } = props;
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <span class="so-select">
          <select
            {...ids}
            class="so-input"
            value={value}
            onChange={(event) => {
              const chosen = options[event.currentTarget.selectedIndex];
              if (chosen) onSelect(chosen.value);
            }}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value} selected={option.value === value}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon name="chevron" />
        </span>
      )}
    </Field>
  );
}
