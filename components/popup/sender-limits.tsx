import { ForeignText } from '@/components/ui/foreign-text';
import { Meter } from '@/components/ui/meter';
import { calendarDay } from '@/lib/i18n/calendar-day';
import { t } from '@/lib/i18n/t';
import type { SenderChoice } from '@/lib/rpc/views';

export interface SenderLimitsProps {
  readonly senders: readonly SenderChoice[];
}

/** Per mailbox: how much of the rolling 24 hours is gone, spoken for and left. */
export function SenderLimits({ senders }: SenderLimitsProps) {
  return (
    <ul class="so-limits">
      {senders.map(({ id, address, awayUntil, limit: { limit, used, scheduled } }) => {
        const left = t('popup.left', [String(Math.max(0, limit - used)), String(limit)]);
        const counts = [t('popup.used', [String(used)]), t('popup.scheduled', [String(scheduled)])];
        return (
          <li key={id}>
            <Meter
              label={<ForeignText text={address} />}
              value={left}
              used={used}
              scheduled={scheduled}
              limit={limit}
              description={[...counts, left].join(', ')}
            />
            <p class="so-quiet so-number so-limit-counts">
              {counts.map((count) => (
                <span key={count}>{count}</span>
              ))}
            </p>
            {awayUntil !== undefined && (
              <p class="so-limit-word" data-tone="warn">
                {t('popup.awayUntil', [calendarDay(awayUntil)])}
              </p>
            )}
            {used >= limit ? (
              <p class="so-limit-word" data-tone="bad">
                {t('popup.limitReached')}
              </p>
            ) : (
              used + scheduled > limit && (
                <p class="so-limit-word" data-tone="warn">
                  {t('popup.limitOverbooked')}
                </p>
              )
            )}
          </li>
        );
      })}
    </ul>
  );
}
