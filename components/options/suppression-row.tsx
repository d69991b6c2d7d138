import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ForeignText } from '@/components/ui/foreign-text';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import type { Suppression } from '@/lib/domain/suppression/suppression';
import { pastDay } from '@/lib/i18n/past-day';
import { t } from '@/lib/i18n/t';
import type { Instant } from '@/lib/time/instant';
import { Ask } from './ask';

export interface SuppressionRowProps {
  readonly row: Suppression;
  readonly now: Instant;
  /** Asked to remove and not yet sure. */
  readonly removing: boolean;
  readonly onAskToRemove: (asked: boolean) => void;
  readonly onRemove: () => void;
}

/** One address or domain that is never written to, since when and why. */
export function SuppressionRow(props: SuppressionRowProps) {
  const { row, now, removing, onAskToRemove, onRemove } = props;
  const { area, home } = useKeptFocus<HTMLLIElement, HTMLElement>();
  return (
    <li class="so-row" ref={area}>
      <span class="so-row-name">
        <strong ref={home} tabIndex={-1}>
          <ForeignText text={row.address} />
        </strong>
        <span class="so-quiet">
          {row.address.startsWith('@') && `${t('suppression.wholeDomain')} · `}
          {pastDay(row.at, { now })}
        </span>
      </span>
      <Badge tone={row.reason === 'blocked' ? 'neutral' : 'warn'}>
        {t(`suppression.reason.${row.reason}`)}
      </Badge>
      {!removing && (
        <div class="so-row-actions">
          <Button
            size="s"
            variant="ghost"
            label={t('suppression.removeWho', [row.address])}
            onClick={() => onAskToRemove(true)}
          >
            {t('suppression.remove')}
          </Button>
        </div>
      )}
      {removing && (
        <Ask
          question={t('suppression.removeAsk', [row.address])}
          keep={t('suppression.keep')}
          go={t('suppression.remove')}
          onKeep={() => onAskToRemove(false)}
          onGo={onRemove}
        />
      )}
    </li>
  );
}
