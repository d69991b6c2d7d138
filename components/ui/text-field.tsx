import type { ComponentChildren } from 'preact';
import { Field } from './field';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** Left the field or pressed Enter. */
  readonly onCommit?: ((value: string) => void) | undefined;
  readonly hint?: ComponentChildren;
  readonly error?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly type?: 'text' | 'email' | 'url' | 'number' | 'password';
  /** More than one row makes it a text area. */
  readonly rows?: number;
  readonly maxLength?: number | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** Text that a person types. */
export function TextField(props: TextFieldProps) {
  const { label, hint, error, rows = 1, onInput, onCommit } = props;
  const range = {
    ...(props.min !== undefined && { min: props.min }),
    ...(props.max !== undefined && { max: props.max }),
  };
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => {
        const shared = {
          ...ids,
          class: 'so-input',
          dir: 'auto',
          value: props.value,
          placeholder: props.placeholder ?? '',
          ...(props.maxLength !== undefined && { maxLength: props.maxLength }),
          spellcheck: rows > 1,
          autocomplete: 'off',
          onInput: (event: { currentTarget: { value: string } }) =>
            onInput(event.currentTarget.value),
          onChange: (event: { currentTarget: { value: string } }) =>
            onCommit?.(event.currentTarget.value),
        } as const;
        if (rows > 1) return <textarea {...shared} rows={rows} />;
        if (props.type === 'password') return <input {...shared} type="password" />;
        if (props.type === 'number') return <input {...shared} {...range} type="number" />;
        return <input {...shared} type="text" inputMode={props.type ?? 'text'} />;
      }}
    </Field>
  );
}
