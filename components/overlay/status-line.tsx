import { ForeignText } from '@/components/ui/foreign-text';
import { pausedSentence } from '@/lib/i18n/paused-sentence';
import { t } from '@/lib/i18n/t';
import { waitingSentence } from '@/lib/i18n/waiting-sentence';
import { whoseTime } from '@/lib/i18n/whose-time';
import type { EnrolledStatus } from '@/lib/rpc/views';
import type { Instant } from '@/lib/time/instant';

export interface StatusLineProps {
  readonly status: EnrolledStatus;
  readonly now: Instant;
}

/** Which sequence, how far, and when it goes on: in the clock of whoever reads the email. */
export function StatusLine({ status, now }: StatusLineProps) {
  const { sequenceName, step, steps } = status;
  return (
    <span class="so-status">
      <span class="so-status-name">
        <ForeignText text={sequenceName} />
      </span>
      <span class="so-status-detail so-number">
        {t('overlay.stepOf', [String(Math.min(step, steps)), String(steps)])}
        {' · '}
        <NextStep status={status} now={now} />
      </span>
    </span>
  );
}

function NextStep({ status, now }: StatusLineProps) {
  const { nextAt, waiting, zone, zoneSource, paused, pause } = status;
  if (paused) {
    const text = pause ? pausedSentence(pause, { now, zone }) : t('overlay.paused');
    return (
      <span class="so-status-waiting" title={text}>
        {text}
      </span>
    );
  }
  if (waiting) return <span class="so-status-waiting">{waitingSentence(waiting)}</span>;
  if (nextAt === undefined) return null;
  return (
    <span title={t('overlay.zoneTitle', [zone])}>
      {whoseTime(nextAt, { now, zone, zoneSource })}
    </span>
  );
}
