import { useId } from 'preact/hooks';

export interface TickListProps<Value extends string | number> {
  readonly label: string;
  readonly options: readonly Value[];
  readonly values: readonly Value[];
  readonly nameOf?: (option: Value) => string;
  readonly error?: string | undefined;
  readonly onChange: (values: readonly Value[]) => void;
}

/** Any number of a short list. */
export function TickList<Value extends string | number>(props: TickListProps<Value>) {
  const { label, options, values, error, nameOf = String, onChange } = props;
  const id = useId();
  return (
    <fieldset class="so-ticks" {...(error !== undefined && { 'aria-describedby': id })}>
      <legend>{label}</legend>
      <div>
        {options.map((option) => (
          <label key={option}>
            <input
              type="checkbox"
              checked={values.includes(option)}
              onChange={({ currentTarget: { checked } }) => {
                const chosen = new Set(checked ? [...values, option] : without(values, option));
                onChange(options.filter((each) => chosen.has(each)));
              }}
            />
            <bdi>{nameOf(option)}</bdi>
          </label>
        ))}
      </div>
      {error !== undefined && (
        <p class="so-field-error" id={id}>
          {error}
        </p>
      )}
    </fieldset>
  );
}

function without<Value>(values: readonly Value[], removed: Value): readonly Value[] {
  return values.filter((value) => value !== removed);
}
