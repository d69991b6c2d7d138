import { Field } from '@/components/ui/field';

export interface DateFieldProps {
  readonly label: string;
  readonly type: 'date' | 'datetime-local' | 'time';
  readonly value: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly onInput: (value: string) => void;
}

/** A day, a time, or both, as the browser's own control asks for it. */
export function DateField({ label, type, value, hint, error, onInput }: DateFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <input
          {...ids}
          class="so-input"
          type={type}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
