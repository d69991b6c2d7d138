import { useRef, useState } from 'preact/hooks';
import { t } from '@/lib/i18n/t';
import { Field } from './field';
import { Icon } from './icon';

export interface ChipsFieldProps {
  readonly label: string;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** What an entry becomes before it is kept, for example lower-case. */
  readonly clean?: (entry: string) => string;
  /** Ends an entry; a comma may be part of one where this leaves it out. */
  readonly separator?: RegExp;
}

const ANY_SEPARATOR = /[,;\n\r]+/;

/** Several short entries: typed with a comma or Enter, pasted by line, each removed by its button. */
export function ChipsField(props: ChipsFieldProps) {
  const { label, values, onChange, clean = (entry) => entry, separator = ANY_SEPARATOR } = props;
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);

  const add = (text: string) => {
    const entries = text
      .split(separator)
      .map((entry) => clean(entry.trim()))
      .filter((entry) => entry !== '');
    setTyped('');
    if (entries.length > 0) onChange([...new Set([...values, ...entries])]);
  };
  const remove = (value: string) => {
    onChange(values.filter((other) => other !== value));
    input.current?.focus();
  };

  return (
    <Field label={label} hint={props.hint} error={props.error}>
      {(ids) => (
        <div class="so-chips">
          {values.map((value) => (
            <button
              key={value}
              type="button"
              class="so-chip-value"
              aria-label={t('ui.remove', [value])}
              title={t('ui.remove', [value])}
              onClick={() => remove(value)}
            >
              <bdi class="so-ellipsis">{value}</bdi>
              <Icon name="close" size={12} />
            </button>
          ))}
          <input
            {...ids}
            ref={input}
            class="so-input"
            dir="auto"
            autocomplete="off"
            value={typed}
            onInput={({ currentTarget: { value } }) =>
              separator.test(value) ? add(value) : setTyped(value)
            }
            onPaste={(event) => {
              const text = event.clipboardData?.getData('text') ?? '';
              if (!separator.test(text)) return;
              event.preventDefault();
              add(`${typed}${text}`);
            }}
            onKeyDown={(event) => {
              const last = values.at(-1);
              if (event.key === 'Enter' && typed.trim() !== '') {
                event.preventDefault();
                add(typed);
              } else if (event.key === 'Backspace' && typed === '' && last !== undefined)
                remove(last);
            }}
            // What is typed is meant, even without a comma.
            onBlur={() => add(typed)}
          />
        </div>
      )}
    </Field>
  );
}
