import { DateField } from '@/components/options/workflow/date-field';
import { Button } from '@/components/ui/button';
import type { Away } from '@/lib/domain/sender/sender';
import { calendarDay } from '@/lib/i18n/calendar-day';
import { t } from '@/lib/i18n/t';

export interface AwayFieldsProps {
  readonly address: string;
  /** The last day, for somebody who is away today. */
  readonly until: string | undefined;
  readonly away: readonly Away[];
  /** What is typed as the next one. */
  readonly typed: { readonly from: string; readonly to: string };
  readonly error: string | undefined;
  readonly saving: boolean;
  readonly onType: (change: Partial<AwayFieldsProps['typed']>) => void;
  readonly onAdd: () => void;
  readonly onRemove: (range: Away) => void;
}

/** When the sender of one mailbox is away. */
export function AwayFields(props: AwayFieldsProps) {
  return (
    <>
      {props.until !== undefined && <p class="so-row-note">{t('away.now', [props.until])}</p>}
      <Details {...props} />
    </>
  );
}

function Details(props: AwayFieldsProps) {
  return (
    <details class="so-row-wide so-sender">
      <summary>{t('away.title')}</summary>
      <form
        class="so-form"
        noValidate
        aria-label={t('away.titleOf', [props.address])}
        onSubmit={(event) => {
          event.preventDefault();
          props.onAdd();
        }}
      >
        <p class="so-field-hint">{t('away.intro')}</p>
        <Ranges {...props} />
        <div class="so-pair">
          <DateField
            label={t('away.from')}
            type="date"
            value={props.typed.from}
            error={props.error}
            onInput={(from) => props.onType({ from })}
          />
          <DateField
            label={t('away.to')}
            type="date"
            hint={t('away.toHint')}
            value={props.typed.to}
            onInput={(to) => props.onType({ to })}
          />
        </div>
        <Button busy={props.saving} onClick={props.onAdd}>
          {t('away.add')}
        </Button>
        <input type="submit" hidden />
      </form>
    </details>
  );
}

function Ranges({ away, onRemove }: AwayFieldsProps) {
  if (away.length === 0) return <p class="so-quiet">{t('away.none')}</p>;
  return (
    <ul class="so-away">
      {away.map((range) => {
        const { from, to } = range;
        const days = from === to ? calendarDay(from) : `${calendarDay(from)} – ${calendarDay(to)}`;
        return (
          <li key={from}>
            <span class="so-number">{days}</span>
            <Button
              size="s"
              variant="ghost"
              label={t('away.removeWhat', [days])}
              onClick={() => onRemove(range)}
            >
              {t('away.remove')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
