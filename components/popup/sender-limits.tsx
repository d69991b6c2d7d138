import { ForeignText } from '@/components/ui/foreign-text';
import { Meter } from '@/components/ui/meter';
import { awayUntil } from '@/lib/i18n/away-until';
import { t } from '@/lib/i18n/t';
import type { SenderChoice } from '@/lib/rpc/views';
import type { Instant } from '@/lib/time/instant';

export interface SenderLimitsProps {
  readonly senders: readonly SenderChoice[];
  readonly now: Instant;
}

/** Per mailbox: how much of the rolling 24 hours is gone, spoken for and left. */
export function SenderLimits({ senders, now }: SenderLimitsProps) {
  return (
    <ul class="so-limits">
      {senders.map((sender) => {
        const { id, address } = sender;
        const { limit, used, scheduled } = sender.limit;
        const until = awayUntil(sender, now);
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
            {until !== undefined && (
              <p class="so-limit-word" data-tone="warn">
                {t('popup.awayUntil', [until])}
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
