import { useState } from 'preact/hooks';
import { Field } from '@/components/ui/field';
import { t } from '@/lib/i18n/t';
import { Section } from './section';

export interface SettingsSectionProps {
  readonly takesFocus: boolean;
  readonly undoSeconds: number;
  readonly onUndoSeconds: (seconds: number) => void;
}

/** Small preferences; each is stored as soon as it is set. */
export function SettingsSection({ takesFocus, undoSeconds, onUndoSeconds }: SettingsSectionProps) {
  const [moving, setMoving] = useState<number>();
  const seconds = moving ?? undoSeconds;
  const said =
    seconds === 0 ? t('options.settings.noUndo') : t('options.settings.seconds', [String(seconds)]);
  return (
    <Section
      title={t('options.settings.title')}
      intro={t('options.settings.intro')}
      takesFocus={takesFocus}
    >
      <div class="so-card so-form">
        <Field label={t('options.settings.undo')} hint={t('options.settings.undoHint')}>
          {(ids) => (
            <span class="so-slider">
              <input
                {...ids}
                type="range"
                min={0}
                max={30}
                step={1}
                value={seconds}
                aria-valuetext={said}
                onInput={(event) => setMoving(event.currentTarget.valueAsNumber)}
                onChange={(event) => {
                  setMoving(undefined);
                  onUndoSeconds(event.currentTarget.valueAsNumber);
                }}
              />
              <output class="so-number">{said}</output>
            </span>
          )}
        </Field>
      </div>
    </Section>
  );
}
