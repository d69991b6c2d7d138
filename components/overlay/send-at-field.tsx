import { useId } from 'preact/hooks';
import { t } from '@/lib/i18n/t';
import { when } from '@/lib/i18n/when';
import type { EnrollmentPreview } from '@/lib/rpc/views';
import { HOUR, type Instant } from '@/lib/time/instant';
import type { Zone } from '@/lib/time/zone';
import { LocalMoment } from './local-moment';

export interface SendAtFieldProps {
  /** When the first email leaves; `undefined` is at once. */
  readonly value: Instant | undefined;
  readonly offers: EnrollmentPreview['offers'];
  readonly zone?: Zone | undefined;
  readonly zoneSource?: 'contact' | 'sender' | undefined;
  readonly now: Instant;
  readonly onChoose: (at: Instant | undefined) => void;
}

/** At once, at one of the better moments, or whenever the person says. */
export function SendAtField(props: SendAtFieldProps) {
  const { value, offers, now, onChoose } = props;
  const name = useId();
  const isOwn = value !== undefined && !offers.some(({ at }) => at === value);
  const option = (label: string, isChosen: boolean, at: Instant | undefined) => (
    <label>
      <input type="radio" name={name} checked={isChosen} onChange={() => onChoose(at)} />
      <span>{label}</span>
    </label>
  );
  return (
    <fieldset class="so-choices">
      <legend class="so-field-label">{t('overlay.sendAt')}</legend>
      {option(t('overlay.sendNow'), value === undefined, undefined)}
      {offers.map((offer) => option(offerLabel(offer, props), offer.at === value, offer.at))}
      {option(t('overlay.sendLater'), isOwn, nextFullHour(now))}
      {isOwn && <LocalMoment value={value} now={now} onChoose={onChoose} />}
    </fieldset>
  );
}

function offerLabel(
  { at, why }: SendAtFieldProps['offers'][number],
  { now, zone, zoneSource }: SendAtFieldProps,
): string {
  // A free slot is a matter of the rep's own limit, so it is said on the rep's own clock.
  if (why === 'limit') return t('overlay.offerLimit', [when(at, { now })]);
  const moment = when(at, { now, ...(zone !== undefined && { zone }) });
  return zoneSource === 'contact'
    ? t('overlay.offerWindow', [moment])
    : t('overlay.offerWindowYours', [moment]);
}

function nextFullHour(now: Instant): Instant {
  return Math.ceil((now + HOUR / 2) / HOUR) * HOUR;
}
