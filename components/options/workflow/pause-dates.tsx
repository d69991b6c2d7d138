import { useRef } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { useNextFocus } from '@/components/ui/use-next-focus';
import { t } from '@/lib/i18n/t';
import { DateField } from './date-field';
import { removedAt, replacedAt } from './edit-list';
import { focusWithin } from './focus-within';
import { errorAt, marksWithin } from './mark';
import { MarksList } from './marks-list';
import type { TypedPause } from './typed-workflow';
import type { PartProps } from './workflow-editing';

/** Days on which nothing of it is done. */
export function PauseDates(props: PartProps<readonly TypedPause[]>) {
  const { value: pauses, onChange, place, editing } = props;
  const area = useRef<HTMLFieldSetElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const focusNext = useNextFocus();
  return (
    <fieldset class="so-pauses" ref={area} data-place={place}>
      <legend>{t('workflow.settings.pauses')}</legend>
      <p class="so-field-hint">{t('workflow.settings.pausesHint')}</p>
      {pauses.map((pause, index) => (
        <Pause
          key={pause.key}
          value={pause}
          place={`${place}.${index}`}
          editing={editing}
          number={index + 1}
          onChange={(changed) => onChange(replacedAt(pauses, index, changed))}
          onRemove={() => {
            focusNext(() => add.current?.focus());
            onChange(removedAt(pauses, index));
          }}
        />
      ))}
      <Button
        size="s"
        icon="plus"
        buttonRef={add}
        onClick={() => {
          const key = editing.newKey();
          focusNext(() => area.current && focusWithin(area.current, key));
          onChange([...pauses, { key, from: '', to: '' }]);
        }}
      >
        {t('workflow.settings.addPause')}
      </Button>
    </fieldset>
  );
}

function Pause(
  props: PartProps<TypedPause> & { readonly number: number; readonly onRemove: () => void },
) {
  const { value: pause, onChange, place, editing, number } = props;
  return (
    <fieldset class="so-pause" data-place={place} data-key={pause.key}>
      <legend class="so-hidden">{t('workflow.settings.pause', [String(number)])}</legend>
      <DateField
        label={t('workflow.settings.from')}
        type="date"
        value={pause.from}
        error={errorAt(editing.marks, place)}
        onInput={(from) => onChange({ ...pause, from })}
      />
      <DateField
        label={t('workflow.settings.to')}
        type="date"
        hint={t('workflow.settings.toHint')}
        value={pause.to}
        onInput={(to) => onChange({ ...pause, to })}
      />
      <Button
        size="s"
        variant="ghost"
        icon="close"
        label={t('workflow.settings.removePause', [String(number)])}
        onClick={props.onRemove}
      />
      <MarksList marks={marksWithin(editing.marks, place).filter((mark) => mark.place !== place)} />
    </fieldset>
  );
}
