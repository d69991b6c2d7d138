import { useState } from 'preact/hooks';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { CheckRow } from '@/components/ui/check-row';
import { ForeignText } from '@/components/ui/foreign-text';
import { Icon } from '@/components/ui/icon';
import { TONE_ICON } from '@/components/ui/tone-icon';
import { checkSentence } from '@/lib/i18n/check-sentence';
import { isolated } from '@/lib/i18n/isolated';
import { t } from '@/lib/i18n/t';
import { when } from '@/lib/i18n/when';
import type { Instant } from '@/lib/time/instant';
import type { BulkPanelProps } from './bulk-panel';
import type { BulkRow } from './bulk-view';

/** As many as are looked through at a glance; the rest is one click away. */
const AT_FIRST = 30;
const TONES = { ready: 'good', warned: 'warn', blocked: 'bad' } as const;

/** Who can be enrolled, who needs a look, who cannot, and exactly why. */
export function BulkRows({ view, now, onAcceptWarned, onLeaveOut, onPutBack }: BulkPanelProps) {
  const [isAll, showAll] = useState(false);
  const { rows, counts, acceptsWarned } = view;
  const shown = isAll ? rows : rows.slice(0, AT_FIRST);
  const blocked = rows.filter(({ result }) => result === 'blocked').map(({ key }) => key);
  return (
    <section class="so-bulk" aria-busy={view.isRefreshing}>
      <p class="so-bulk-counts so-number" role="status">
        <Badge tone="good">{t('bulk.ready', [String(counts.ready)])}</Badge>
        <Badge tone="warn">{t('bulk.warned', [String(counts.warned)])}</Badge>
        <Badge tone="bad">{t('bulk.blocked', [String(counts.blocked)])}</Badge>
      </p>
      {counts.warned > 0 && (
        <label class="so-tick">
          <input
            type="checkbox"
            checked={acceptsWarned}
            onChange={({ currentTarget }) => onAcceptWarned(currentTarget.checked)}
          />
          <span>{t('bulk.acceptWarned', [String(counts.warned)])}</span>
        </label>
      )}
      <ul class="so-bulk-rows" aria-label={t('bulk.rows')}>
        {shown.map((row) => (
          <Row key={row.key} row={row} now={now} onLeaveOut={() => onLeaveOut([row.key])} />
        ))}
      </ul>
      <p class="so-bulk-more">
        {shown.length < rows.length && (
          <Button size="s" variant="link" onClick={() => showAll(true)}>
            {t('bulk.showAll', [String(rows.length)])}
          </Button>
        )}
        {blocked.length > 0 && (
          <Button size="s" variant="link" onClick={() => onLeaveOut(blocked)}>
            {t('bulk.leaveOutBlocked')}
          </Button>
        )}
        {view.leftOut > 0 && (
          <span class="so-number">
            {t('bulk.leftOut', [String(view.leftOut)])}{' '}
            <Button size="s" variant="link" onClick={onPutBack}>
              {t('bulk.putBack')}
            </Button>
          </span>
        )}
      </p>
    </section>
  );
}

interface RowProps {
  readonly row: BulkRow;
  readonly now: Instant;
  readonly onLeaveOut: () => void;
}

function Row({ row, now, onLeaveOut }: RowProps) {
  const { name, address, result, checks, firstAt } = row;
  const tone = TONES[result];
  const called = name || address || t('bulk.noName');
  const labels = {
    ready: t('ui.check.pass'),
    warned: t('ui.check.warn'),
    blocked: t('ui.check.block'),
  };
  return (
    <li data-tone={tone}>
      <Icon name={TONE_ICON[tone]} label={labels[result]} />
      <span class="so-bulk-who">
        <ForeignText text={called} />
        {name !== '' && <ForeignText text={address ?? t('bulk.noAddress')} />}
      </span>
      <Button
        size="s"
        variant="ghost"
        icon="close"
        label={t('bulk.leaveOut', [isolated(called)])}
        onClick={onLeaveOut}
      />
      {checks.length > 0 ? (
        <ul>
          {checks.map((check) => (
            <CheckRow key={check.code} result={check.result} sentence={checkSentence(check, now)} />
          ))}
        </ul>
      ) : (
        firstAt !== undefined &&
        firstAt > now && <p class="so-field-hint">{t('bulk.firstAt', [when(firstAt, { now })])}</p>
      )}
    </li>
  );
}
