import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** What a control needs so that its label, hint and error belong to it. */
export interface FieldIds {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
}

export interface FieldProps {
  readonly label: string;
  readonly hint?: ComponentChildren;
  readonly error?: string | undefined;
  /** Draws the control with the ids it must carry. */
  readonly children: (ids: FieldIds) => ComponentChildren;
}

/** A label above a control, with a hint or an error below it. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const hasHint = hint !== undefined && hint !== false && hint !== '';
  return (
    <div class="so-field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        ...((error !== undefined || hasHint) && { 'aria-describedby': noteId }),
        ...(error !== undefined && { 'aria-invalid': true as const }),
      })}
      {error !== undefined ? (
        <p class="so-field-error" id={noteId}>
          {error}
        </p>
      ) : (
        hasHint && (
          <p class="so-field-hint" id={noteId}>
            {hint}
          </p>
        )
      )}
    </div>
  );
}
