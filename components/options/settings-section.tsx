import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ChipsField } from '@/components/ui/chips-field';
import { Field } from '@/components/ui/field';
import { t } from '@/lib/i18n/t';
import { DaysField } from './days-field';
import { Section } from './section';

export interface SettingsSectionProps {
  readonly takesFocus: boolean;
  readonly undoSeconds: number;
  readonly coolOffDays: number;
  readonly coldLeadDays: number;
  readonly teams: readonly string[];
  /** What has a form of its own. */
  readonly children?: ComponentChildren;
  readonly onChange: (
    change: Partial<
      Pick<SettingsSectionProps, 'undoSeconds' | 'coolOffDays' | 'coldLeadDays'> & {
        readonly teams: string[];
      }
    >,
  ) => void;
}

/** Small preferences; each is stored as soon as it is set. */
export function SettingsSection(props: SettingsSectionProps) {
  const { onChange } = props;
  return (
    <Section
      title={t('options.settings.title')}
      intro={t('options.settings.intro')}
      takesFocus={props.takesFocus}
    >
      <div class="so-card so-form">
        <UndoField {...props} />
        <DaysField
          label={t('options.settings.coolOff')}
          hint={t('options.settings.coolOffHint')}
          value={props.coolOffDays}
          onCommit={(coolOffDays) => onChange({ coolOffDays })}
        />
        <DaysField
          label={t('options.settings.coldLead')}
          hint={t('options.settings.coldLeadHint')}
          value={props.coldLeadDays}
          onCommit={(coldLeadDays) => onChange({ coldLeadDays })}
        />
        <ChipsField
          label={t('options.settings.teams')}
          hint={t('options.settings.teamsHint')}
          values={props.teams}
          clean={(team) => team.slice(0, 100)}
          onChange={(teams) => onChange({ teams: teams.slice(0, 50) })}
        />
      </div>
      {props.children}
    </Section>
  );
}

function UndoField({ undoSeconds, onChange }: SettingsSectionProps) {
  const [moving, setMoving] = useState<number>();
  const seconds = moving ?? undoSeconds;
  const said =
    seconds === 0 ? t('options.settings.noUndo') : t('options.settings.seconds', [String(seconds)]);
  return (
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
              onChange({ undoSeconds: event.currentTarget.valueAsNumber });
            }}
          />
          <output class="so-number">{said}</output>
        </span>
      )}
    </Field>
  );
}
