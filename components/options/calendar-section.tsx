import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { TextField } from '@/components/ui/text-field';
import { calendarDay, countryName } from '@/lib/i18n/calendar-day';
import { t } from '@/lib/i18n/t';
import type { ClosedRange } from './closed-range';
import { NotLoaded } from './not-loaded';
import { Section } from './section';

export interface CalendarSectionProps {
  readonly takesFocus: boolean;
  readonly loaded: boolean;
  readonly failed: boolean;
  readonly ranges: readonly ClosedRange[];
  readonly countries: readonly { readonly country: string; readonly until: string }[];
  readonly holidays:
    | { readonly kind: 'idle' | 'failed' }
    | { readonly kind: 'working'; readonly done: number; readonly total: number };
  readonly form: { readonly from: string; readonly to: string; readonly name: string };
  readonly error: string | undefined;
  readonly onType: (change: Partial<CalendarSectionProps['form']>) => void;
  readonly onAdd: () => void;
  readonly onRemove: (range: ClosedRange) => void;
  readonly onRetry: () => void;
  readonly onUpdate: () => void;
}

/** Days on which nothing is sent: the rep's own, and the public holidays of each country. */
export function CalendarSection(props: CalendarSectionProps) {
  return (
    <Section title={t('calendar.title')} intro={t('calendar.intro')} takesFocus={props.takesFocus}>
      {props.failed && <NotLoaded onRetry={props.onRetry} />}
      <AddForm {...props} />
      {props.loaded && <Ranges {...props} />}
      <Holidays {...props} />
    </Section>
  );
}

function AddForm({ form, error, onType, onAdd }: CalendarSectionProps) {
  return (
    <form
      class="so-card so-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onAdd();
      }}
    >
      <div class="so-pair">
        <DateField
          label={t('calendar.from')}
          value={form.from}
          error={error}
          onInput={(from) => onType({ from })}
        />
        <DateField
          label={t('calendar.to')}
          hint={t('calendar.toHint')}
          value={form.to}
          onInput={(to) => onType({ to })}
        />
      </div>
      <TextField
        label={t('calendar.name')}
        hint={t('calendar.nameHint')}
        value={form.name}
        onInput={(name) => onType({ name })}
        maxLength={200}
      />
      <Button variant="primary" onClick={onAdd}>
        {t('calendar.add')}
      </Button>
      <input type="submit" hidden />
    </form>
  );
}

function DateField(props: {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly onInput: (value: string) => void;
}) {
  return (
    <Field label={props.label} hint={props.hint} error={props.error}>
      {(ids) => (
        <input
          {...ids}
          class="so-input"
          type="date"
          value={props.value}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

function Ranges({ ranges, onRemove }: CalendarSectionProps) {
  if (ranges.length === 0) {
    return (
      <EmptyState icon="clock" title={t('calendar.none')}>
        {t('calendar.noneHint')}
      </EmptyState>
    );
  }
  return (
    <ul class="so-list" aria-label={t('calendar.own')}>
      {ranges.map((range) => {
        const { from, to, name } = range;
        const days = from === to ? calendarDay(from) : `${calendarDay(from)} – ${calendarDay(to)}`;
        return (
          <li key={`${from}/${name}`} class="so-row">
            <span class="so-row-name">
              <strong class="so-number">{days}</strong>
              {name !== '' && (
                <span class="so-quiet">
                  <bdi>{name}</bdi>
                </span>
              )}
            </span>
            <div class="so-row-actions">
              <Button
                size="s"
                variant="ghost"
                label={t('calendar.removeWhat', [days])}
                onClick={() => onRemove(range)}
              >
                {t('calendar.remove')}
              </Button>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function Holidays({ countries, holidays, onUpdate }: CalendarSectionProps) {
  const names = countries
    .map(({ country, until }) => ({ name: countryName(country), until }))
    .sort((a, b) => a.name.localeCompare(b.name));
  const until = countries.map((country) => country.until).sort()[0];
  return (
    <details class="so-card">
      <summary>{t('calendar.holidays')}</summary>
      <p role="status" class="so-quiet so-number">
        {holidays.kind === 'working' &&
          t('calendar.working', [String(holidays.done), String(holidays.total)])}
        {holidays.kind === 'failed' && t('calendar.failed')}
        {holidays.kind === 'idle' &&
          (until === undefined
            ? t('calendar.noCountries')
            : t('calendar.known', [String(names.length), calendarDay(until)]))}
      </p>
      {holidays.kind === 'failed' && (
        <Button size="s" icon="refresh" onClick={onUpdate}>
          {t('options.tryAgain')}
        </Button>
      )}
      <ul class="so-countries">
        {names.map(({ name, until: end }) => (
          <li key={name}>
            {name} <span class="so-quiet so-number">{t('calendar.until', [calendarDay(end)])}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
