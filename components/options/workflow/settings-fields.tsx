import { CheckField } from '@/components/ui/check-field';
import { Combobox } from '@/components/ui/combobox';
import { TextField } from '@/components/ui/text-field';
import { t } from '@/lib/i18n/t';
import { FilterGroups } from './filter-groups';
import { errorAt, marksWithin } from './mark';
import { MarksList } from './marks-list';
import { PauseDates } from './pause-dates';
import type { TypedSettings } from './typed-workflow';
import type { PartProps } from './workflow-editing';

/** How it behaves, besides its trigger and its actions. */
export function SettingsFields(props: PartProps<TypedSettings>) {
  const { value: settings, onChange, place, editing } = props;
  const at = (field: string) => `${place}.${field}`;
  return (
    <section class="so-group" aria-labelledby="so-settings" data-place={place}>
      <h3 id="so-settings">{t('workflow.settings.title')}</h3>
      <div class="so-card so-form">
        <div data-place={at('zone')} class="so-field">
          <Combobox
            label={t('workflow.settings.zone')}
            value={settings.zone}
            options={zonesWith(props)}
            placeholder={t('workflow.settings.zone')}
            nothingFound={t('workflow.settings.noZone')}
            hint={t('workflow.settings.zoneHint')}
            error={errorAt(editing.marks, at('zone'))}
            onSelect={(zone) => onChange({ ...settings, zone })}
          />
        </div>
        <Reenroll {...props} />
        <CheckField
          label={t('workflow.settings.unenroll')}
          hint={t('workflow.settings.unenrollHint')}
          checked={settings.unenrollWhenNotMatching}
          onChange={(unenrollWhenNotMatching) => onChange({ ...settings, unenrollWhenNotMatching })}
        />
        <div data-place={at('suppressed')} class="so-field">
          <TextField
            label={t('workflow.settings.suppressed')}
            hint={t('workflow.settings.suppressedHint')}
            rows={3}
            value={settings.suppressed}
            error={errorAt(editing.marks, at('suppressed'))}
            onInput={(suppressed) => onChange({ ...settings, suppressed })}
          />
          <MarksList
            marks={marksWithin(editing.marks, at('suppressed')).filter(
              (mark) => mark.place !== at('suppressed'),
            )}
          />
        </div>
        <PauseDates
          value={settings.pauseDates}
          place={at('pauseDates')}
          editing={editing}
          onChange={(pauseDates) => onChange({ ...settings, pauseDates })}
        />
      </div>
    </section>
  );
}

function Reenroll({ value: settings, onChange, place, editing }: PartProps<TypedSettings>) {
  const at = `${place}.reenroll`;
  return (
    <div class="so-field" data-place={at}>
      <CheckField
        label={t('workflow.settings.reenroll')}
        hint={t('workflow.settings.reenrollHint')}
        checked={settings.reenrolls}
        onChange={(reenrolls) => onChange({ ...settings, reenrolls })}
      />
      {settings.reenrolls && (
        <div class="so-nested">
          <h4>{t('workflow.settings.reenrollTriggers')}</h4>
          <p class="so-quiet">{t('workflow.settings.reenrollCriteria')}</p>
          <FilterGroups
            value={settings.triggers}
            place={`${at}.triggers`}
            editing={editing}
            empty={t('workflow.settings.reenrollEmpty')}
            onChange={(triggers) => onChange({ ...settings, triggers })}
          />
        </div>
      )}
      <MarksList marks={editing.marks.filter((mark) => mark.place === at)} />
    </div>
  );
}

/** One that this browser does not know is shown all the same: lint says so. */
function zonesWith({ value: { zone }, editing }: PartProps<TypedSettings>) {
  const zones: readonly { readonly value: string; readonly label: string }[] =
    editing.choices.zones;
  const isKnown = zone === '' || zones.some(({ value }) => value === zone);
  return isKnown ? zones : [{ value: zone, label: zone }, ...zones];
}
