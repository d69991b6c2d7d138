import { Field } from '@/components/ui/field';
import { t } from '@/lib/i18n/t';
import { type Instant, MINUTE } from '@/lib/time/instant';

export interface LocalMomentProps {
  readonly value: Instant;
  readonly now: Instant;
  readonly onChoose: (at: Instant) => void;
}

/** A day and a time on the rep's own clock, as the browser lets one pick them. */
export function LocalMoment({ value, now, onChoose }: LocalMomentProps) {
  return (
    <Field label={t('overlay.sendLaterAt')} hint={t('overlay.sendLaterHint')}>
      {(ids) => (
        <input
          {...ids}
          class="so-input"
          type="datetime-local"
          value={localText(value)}
          min={localText(now)}
          onChange={({ currentTarget }) => {
            const at = Date.parse(currentTarget.value);
            if (!Number.isNaN(at)) onChoose(at);
          }}
        />
      )}
    </Field>
  );
}

/** `2026-11-24T09:00`, the way the browser writes a moment without a zone. */
function localText(at: Instant): string {
  const local = at - new Date(at).getTimezoneOffset() * MINUTE;
  return new Date(local).toISOString().slice(0, 16);
}
