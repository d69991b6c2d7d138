export interface SpinnerProps {
  /** What is going on, for people who do not see it turn. */
  readonly label?: string | undefined;
}

/** Something is on its way. */
export function Spinner({ label }: SpinnerProps) {
  return label === undefined ? (
    <span class="so-spinner" aria-hidden="true" />
  ) : (
    <span class="so-spinner" role="status" aria-label={label} />
  );
}
