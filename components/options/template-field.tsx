import { useRef } from 'preact/hooks';
import { Field } from '@/components/ui/field';
import { MenuButton } from '@/components/ui/menu-button';
import { t } from '@/lib/i18n/t';
import { focusPlace } from './focus-place';
import { problemAt } from './problem-sentence';
import type { DraftProblem } from './sequence-draft';
import { tokenItems } from './token-items';

export interface TemplateFieldProps {
  readonly label: string;
  readonly place: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** More than one row makes it a text area. */
  readonly rows: number;
  readonly maxLength: number;
  readonly problems: readonly DraftProblem[];
  readonly hint?: string | undefined;
}

/** Text with tokens: a menu puts them in where the cursor is, and what cannot be read is shown. */
export function TemplateField(props: TemplateFieldProps) {
  const { label, place, value, rows, problems, onInput } = props;
  const area = useRef<HTMLDivElement>(null);
  const control = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const broken = problems.filter((problem) => problem.place === place && problem.range);

  const insert = (token: string) => {
    const field = control.current;
    if (field === null) return;
    const start = field.selectionStart ?? value.length;
    field.focus();
    field.setRangeText(token, start, field.selectionEnd ?? start, 'end');
    // The name of a placeholder is the rep's to give: it is selected, to be typed over.
    const colon = token.startsWith('{{placeholder:') ? token.indexOf(':') + 1 : -1;
    if (colon > 0) field.setSelectionRange(start + colon, start + token.length - 2);
    onInput(field.value);
  };

  return (
    <div class="so-template" data-place={place} ref={area}>
      <Field label={label} hint={props.hint} error={problemAt(problems, place)}>
        {(ids) => {
          const shared = {
            ...ids,
            ...(broken.length > 0 && { 'aria-invalid': true as const }),
            class: 'so-input',
            dir: 'auto',
            value,
            maxLength: props.maxLength,
            spellcheck: true,
            autocomplete: 'off',
            ref: control,
            onInput: (event: { currentTarget: { value: string } }) =>
              onInput(event.currentTarget.value),
          } as const;
          return rows > 1 ? (
            <textarea {...shared} rows={rows} />
          ) : (
            <input {...shared} type="text" />
          );
        }}
      </Field>
      <MenuButton
        label={t('sequenceForm.insertInto', [label])}
        icon="plus"
        items={tokenItems()}
        onPick={insert}
      >
        {t('sequenceForm.insert')}
      </MenuButton>
      {broken.length > 0 && (
        <ul class="so-template-problems">
          {broken.map((problem) => (
            <li key={problem.range?.start}>
              <button
                type="button"
                class="so-template-problem"
                onClick={() => area.current && focusPlace(area.current, problem)}
              >
                {t(`sequenceForm.problem.${problem.code}`)}{' '}
                <code>{value.slice(problem.range?.start, problem.range?.end).slice(0, 60)}</code>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
