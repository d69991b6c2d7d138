import { useId } from 'preact/hooks';

export interface CheckFieldProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly hint?: string | undefined;
}

/** Yes or no, with what it means. */
export function CheckField({ label, checked, onChange, hint }: CheckFieldProps) {
  const id = useId();
  const described = hint === undefined ? {} : { 'aria-describedby': `${id}-note` };
  return (
    <div class="so-check-field">
      <input
        type="checkbox"
        id={id}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
        {...described}
      />
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p class="so-field-hint" id={`${id}-note`}>
          {hint}
        </p>
      )}
    </div>
  );
}
